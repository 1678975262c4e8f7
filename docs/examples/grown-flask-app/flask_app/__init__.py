"""Lift inspections, after five years: what no extension was taken for has been written here."""

import os
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect

from . import admin, auth, inspections, migrations
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for development only")
    app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'lifts.sqlite3'}"
    db.init_app(app)
    CSRFProtect(app)
    app.register_blueprint(auth.bp)
    app.register_blueprint(admin.bp, url_prefix="/admin")
    app.register_blueprint(inspections.bp)
    app.cli.add_command(migrations.migrate)
    app.cli.add_command(auth.add_account)
    return app


app = create_app()
