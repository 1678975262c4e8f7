"""Two databases, on Flask with SQLAlchemy."""

import os
from pathlib import Path

from flask import Flask

from .models import db
from .views import bp

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


# --8<-- [start:two]
def create_app():
    app = Flask(__name__)
    default = f"sqlite:///{DATA / 'events.sqlite3'}"
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", default)
    app.config["SQLALCHEMY_BINDS"] = {"archive": f"sqlite:///{DATA / 'archive.sqlite3'}"}
    db.init_app(app)
    app.register_blueprint(bp)

    @app.cli.command("init-db")
    def init_db():
        db.create_all(bind_key=None)  # ours only: without it, the archive's tables too

    return app


# --8<-- [end:two]
app = create_app()
