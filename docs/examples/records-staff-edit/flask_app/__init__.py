"""The lending desk, put together from Flask and its extensions."""

import os
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf import CSRFProtect

from . import admin, auth
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "for this example only"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'desk.sqlite3'}"
    db.init_app(app)
    auth.init_app(app)
    CSRFProtect(app)
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    admin.init_app(app)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
