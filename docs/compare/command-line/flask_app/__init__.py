"""A shop with a command that deletes old orders."""

import os
from pathlib import Path

from flask import Flask

from . import models, orders

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'shop.sqlite3'}"
    models.db.init_app(app)
    app.register_blueprint(orders.bp)

    @app.cli.command("init-db")
    def init_db():
        """Create the tables."""
        models.db.create_all()

    # --8<-- [start:shell]
    @app.shell_context_processor
    def names():
        return {"db": models.db, "Order": models.Order}

    # --8<-- [end:shell]
    return app


app = create_app()
