"""A shop with Flask, and Django's admin below `/office`."""

# --8<-- [start:mount]
import os
from pathlib import Path

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "office.settings")


def create_app():
    from office.wsgi import site  # sets Django up, so that what follows may import models

    from . import shop

    app = Flask(__name__)
    app.secret_key = "for this example only"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA}/shop.sqlite3"
    db.init_app(app)
    shop.init_app(app)
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/office": site})
    return app


# --8<-- [end:mount]
app = create_app()


@app.cli.command()
def init_db():
    """Create the tables that Flask owns."""
    db.create_all()
