"""The labelling tool, put together from Flask and its extensions."""

import os
from pathlib import Path

import click
from flask import Flask
from flask.cli import with_appcontext
from flask_babel import Babel
from sqlalchemy import func, select

from . import admin, store, views
from .models import Person, Task, db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()
URL = os.environ.get("DATABASE_URL", f"sqlite:///{DATA / 'labels.sqlite3'}")


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for this example only")
    app.config["SQLALCHEMY_DATABASE_URI"] = URL.replace("postgresql:", "postgresql+psycopg:")
    db.init_app(app)
    Babel(app)  # Flask-Admin needs it where Flask-Babel is installed
    admin.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.command("init-db")(db.create_all)
    app.cli.add_command(add_person)
    app.cli.add_command(sync)
    return app


@click.command("add-person")
@click.argument("names", nargs=-1)
@click.option("--lead", is_flag=True)
@with_appcontext
def add_person(names, lead):
    """Let somebody in whom the gateway knows."""
    db.session.add_all(Person(name=name, is_lead=lead) for name in names)
    db.session.commit()


# --8<-- [start:sync]
@click.command("sync")
@with_appcontext
def sync():
    """Take in the names of new pictures, and bring back what is agreed."""
    known = set(db.session.scalars(select(Task.picture)))
    new = [name for name in store.names() if name not in known]
    db.session.add_all(Task(picture=name, look=look) for name in new for look in (1, 2))
    db.session.commit()
    agreed = (
        func.count(Task.species_id) == 2,
        func.min(Task.species_id) == func.max(Task.species_id),
    )
    done = select(Task.picture).group_by(Task.picture).having(*agreed)
    for task in db.session.scalars(select(Task).where(Task.look == 1, Task.picture.in_(done))):
        store.deliver(task.picture, task.species.name)


# --8<-- [end:sync]
app = create_app()
