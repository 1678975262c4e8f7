"""Orders as a JSON API, built with APIFlask."""

# --8<-- [start:app]
import os
from pathlib import Path

from apiflask import APIFlask

from . import v1, v2
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def create_app():
    app = APIFlask(__name__, title="Orders")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'orders.sqlite3'}"
    db.init_app(app)
    app.register_blueprint(v1.api)
    app.register_blueprint(v2.api)
    # --8<-- [end:app]

    @app.cli.command("init-db")
    def init_db():
        db.create_all()

    return app


app = create_app()
