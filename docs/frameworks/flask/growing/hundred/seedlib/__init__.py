"""The factory: it knows the names of the parts and nothing inside them."""

# --8<-- [start:factory]
from importlib import import_module

from flask import Flask

from .extensions import db

PARTS = ["seeds", "packets"]


def create_app(settings):
    app = Flask(__name__)
    app.config.from_mapping(settings)
    db.init_app(app)
    for name in PARTS:
        import_module(f"seedlib.parts.{name}").register(app)
    app.cli.command("init-db")(db.create_all)
    return app


# --8<-- [end:factory]
