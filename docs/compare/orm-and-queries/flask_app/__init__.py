"""Authors, books and reviews, on Flask with SQLAlchemy."""

import os
from pathlib import Path

from flask import Flask
from flask_sqlalchemy.record_queries import get_recorded_queries

from .models import db
from .views import library
from .warehouse import Warehouse, warehouse

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def count_queries(response):
    response.headers["X-Queries"] = len(get_recorded_queries())
    return response


# --8<-- [start:factory]
def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'library.db'}"
    app.config["SQLALCHEMY_BINDS"] = {"warehouse": f"sqlite:///{DATA / 'warehouse.db'}"}
    app.config["SQLALCHEMY_RECORD_QUERIES"] = True  # counts queries; for debugging only
    db.init_app(app)

    app.register_blueprint(library)
    app.register_blueprint(warehouse)
    app.after_request(count_queries)

    @app.cli.command("init-db")
    def init_db():
        """Create the tables that do not exist yet."""
        db.create_all()

    # --8<-- [end:factory]
    # --8<-- [start:reflect]
    with app.app_context():  # looks at the tables once, when the app starts
        Warehouse.prepare(autoload_with=db.engines["warehouse"])
    # --8<-- [end:reflect]
    return app


app = create_app()
