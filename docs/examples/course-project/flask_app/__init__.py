"""Hand-ins of a course, built from Flask and sqlite3 as Flask's tutorial does it."""

import os
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect

from . import auth, db, handins

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for development only")
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    app.config["DATABASE"] = DATA / "course.sqlite3"
    CSRFProtect(app)
    for part in (db, auth, handins):
        part.init_app(app)
    return app


app = create_app()
