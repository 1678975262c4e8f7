"""A magazine on Flask: letters to the editor under two sections."""

# --8<-- [start:factory]
import os
from pathlib import Path

from flask import Flask

from .extensions import db
from .letters.views import bp as letters


def create_app():
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{data / 'db.sqlite3'}"
    db.init_app(app)
    app.register_blueprint(letters, name="articles", url_prefix="/articles/letters")
    app.register_blueprint(letters, name="recipes", url_prefix="/recipes/letters")
    return app


app = create_app()
# --8<-- [end:factory]
