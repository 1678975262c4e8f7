"""A table is held for an hour, on Flask."""

import os
from pathlib import Path

from flask import Flask

from .models import db
from .views import bp


# --8<-- [start:factory]
def create_app(test_config=None):
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{data / 'db.sqlite3'}"
    # Without this, Python's SQLite driver commits behind a savepoint's back.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"connect_args": {"autocommit": False}}
    app.config.from_mapping(test_config or {})
    db.init_app(app)
    app.register_blueprint(bp)
    return app


# --8<-- [end:factory]
app = create_app()


@app.cli.command("init-db")
def init_db():
    """Create the table."""
    db.create_all()
