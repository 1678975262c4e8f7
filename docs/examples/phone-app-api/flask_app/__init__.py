"""The API for the phones of volunteers, on APIFlask."""

import os
from pathlib import Path

from apiflask import APIFlask

from . import counts, phones
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = APIFlask(__name__, title="Counts")
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for development only")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'counts.sqlite3'}"
    db.init_app(app)
    app.register_blueprint(phones.bp)
    app.register_blueprint(counts.bp)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
