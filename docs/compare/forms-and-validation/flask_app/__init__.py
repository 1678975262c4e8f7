"""Registration for an event, on Flask with Flask-WTF."""

import os
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect

from .models import db
from .views import events

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


# --8<-- [start:csrf]
csrf = CSRFProtect()


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "for this example only"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'events.db'}"
    db.init_app(app)
    csrf.init_app(app)  # every POST, with a form class or without
    # --8<-- [end:csrf]
    app.register_blueprint(events)

    @app.cli.command("init-db")
    def init_db():
        """Create the tables that do not exist yet."""
        db.create_all()

    return app


app = create_app()
