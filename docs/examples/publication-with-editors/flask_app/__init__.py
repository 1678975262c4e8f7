"""The publication, put together from Flask and its extensions."""

import os
from pathlib import Path

import click
from flask import Flask, abort, render_template
from flask.cli import with_appcontext
from flask_babel import Babel
from werkzeug.security import generate_password_hash

from . import admin
from .models import Person, db, published

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for this example only")
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'press.sqlite3'}"
    db.init_app(app)
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    admin.init_app(app)
    app.cli.command("init-db")(db.create_all)
    app.cli.add_command(add_person)

    # --8<-- [start:pages]
    @app.get("/")
    def index():
        return render_template("index.html", articles=published())

    @app.get("/<slug>/")
    def article(slug):
        found = [version for version in published() if version.slug == slug]
        return render_template("article.html", page=found[0] if found else abort(404))

    # --8<-- [end:pages]
    return app


@click.command("add-person")
@click.argument("name")
@click.option("--moderator", is_flag=True)
@click.password_option()
@with_appcontext
def add_person(name, moderator, password):
    """Open an account."""
    hashed = generate_password_hash(password)
    db.session.add(Person(name=name, is_moderator=moderator, password_hash=hashed))
    db.session.commit()


app = create_app()
