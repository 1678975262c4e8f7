"""The heating allowance, put together from Flask and its extensions."""

import os
from pathlib import Path

from flask import Flask, g
from flask_babel import Babel, get_locale

from . import admin, views
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def select_locale():
    return g.get("language") or views.preferred_language()


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for this example only")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'allow.sqlite3'}"
    db.init_app(app)
    Babel(app, locale_selector=select_locale)
    app.jinja_env.globals["get_locale"] = get_locale
    views.init_app(app)
    admin.init_app(app)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
