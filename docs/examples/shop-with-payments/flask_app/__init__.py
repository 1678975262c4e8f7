"""The shop, put together from Flask and its extensions."""

import os
from pathlib import Path

import click
from flask import Flask
from flask_babel import Babel
from flask_wtf import CSRFProtect
from sqlalchemy import event

from . import admin, auth, sales, views
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()
DATABASE = os.environ.get("DATABASE_URL", f"sqlite:///{DATA / 'shop.sqlite3'}")


def begin_immediate(engine):
    """Let SQLite take its lock when a transaction begins, and not at its first write."""

    @event.listens_for(engine, "connect")
    def leave_begin_to_us(connection, record):
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def create_app():
    app = Flask(__name__)
    app.config |= {
        "SECRET_KEY": os.environ.get("SECRET_KEY", "for development only"),
        "PAYMENT_SECRET": os.environ.get("PAYMENT_SECRET", "for development only"),
        "RESERVED_MINUTES": int(os.environ.get("RESERVED_MINUTES", "30")),
        "SQLALCHEMY_DATABASE_URI": DATABASE,
    }
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            begin_immediate(db.engine)
    CSRFProtect(app).exempt(views.payments)  # the provider signs what it sends
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    auth.login_manager.init_app(app)
    app.register_blueprint(auth.bp)
    app.register_blueprint(views.bp)
    admin.init_app(app)
    app.cli.command("init-db")(db.create_all)

    @app.cli.command("release")
    def release():
        """Give back what was reserved and not paid: for cron, every minute."""
        sales.release(app.config["RESERVED_MINUTES"])

    @app.cli.command("create-staff")
    @click.argument("name")
    @click.password_option()
    def create_staff(name, password):
        auth.create(name, password)

    return app


app = create_app()
