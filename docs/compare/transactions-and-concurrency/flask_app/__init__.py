"""A shop that many people use at once, on Flask with SQLAlchemy."""

import os
from pathlib import Path

from flask import Flask
from sqlalchemy import event

from .models import db
from .views import shop

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


# --8<-- [start:sqlite]
def begin_immediate(engine):
    """Let SQLite take its lock when a transaction begins, and not at its first write."""

    @event.listens_for(engine, "connect")
    def leave_begin_to_us(connection, record):
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


# --8<-- [end:sqlite]
def create_app():
    app = Flask(__name__)
    default = f"sqlite:///{DATA / 'shop.sqlite3'}"
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", default)
    db.init_app(app)
    app.register_blueprint(shop)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            begin_immediate(db.engine)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
