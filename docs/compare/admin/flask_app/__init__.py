"""A shop: its public list of products, and the back office behind it."""

import os
from pathlib import Path

import click
from flask import Flask
from flask_babel import Babel

from . import admin, auth
from .models import Product, db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "for this example only"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'shop.sqlite3'}"
    db.init_app(app)
    auth.init_app(app)
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    admin.init_app(app)

    @app.cli.command("init-db")
    def init_db():
        db.create_all()
        click.echo("Initialised the database.")

    @app.get("/products/")
    def products():
        chosen = db.session.scalars(db.select(Product).filter_by(published=True))
        return {"products": [{"sku": p.sku, "name": p.name, "stock": p.stock} for p in chosen]}

    return app


app = create_app()
