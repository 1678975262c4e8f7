"""Books by REST and by GraphQL, on Flask."""

import os
from pathlib import Path

from apiflask import APIFlask
from flask_sqlalchemy.record_queries import get_recorded_queries

from . import api, graph
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def count_queries(response):
    response.headers["X-Queries"] = len(get_recorded_queries())
    return response


def create_app():
    app = APIFlask(__name__, title="Library", version="1.0")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'library.sqlite3'}"
    app.config["SQLALCHEMY_RECORD_QUERIES"] = True
    db.init_app(app)
    app.after_request(count_queries)
    app.register_blueprint(api.books)
    graph.init_app(app)

    @app.cli.command("init-db")
    def init_db():
        db.create_all()

    return app


app = create_app()
