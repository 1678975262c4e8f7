"""Inspections of playgrounds for many councils, on Flask."""

import os
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_wtf import CSRFProtect

from . import admin, views
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app(test_config=None):
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for development only")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'playgrounds.sqlite3'}"
    app.config.update(test_config or {})
    db.init_app(app)
    views.init_app(app)
    CSRFProtect(app)
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    admin.init_app(app)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
