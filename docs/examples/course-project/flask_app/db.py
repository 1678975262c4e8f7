"""The database, and the commands with which a tutor sets the course up."""

import sqlite3
from datetime import UTC

import click
from flask import current_app, g
from werkzeug.security import generate_password_hash

# --8<-- [start:tables]
TABLES = """
CREATE TABLE user (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
    is_tutor INTEGER NOT NULL
);
CREATE TABLE exercise (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, deadline TEXT NOT NULL -- in UTC
);
CREATE TABLE handin (
    id INTEGER PRIMARY KEY,
    exercise_id INTEGER NOT NULL REFERENCES exercise, user_id INTEGER NOT NULL REFERENCES user,
    text TEXT NOT NULL, mark INTEGER CHECK (mark BETWEEN 0 AND 100),
    UNIQUE (exercise_id, user_id)
);
"""
# --8<-- [end:tables]


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
        g.db.row_factory = sqlite3.Row
    return g.db


def close_db(error=None):
    if "db" in g:
        g.db.close()


@click.command()
def init_db():
    """Make the tables."""
    get_db().executescript(TABLES)


@click.command()
@click.argument("name")
@click.option("--tutor", is_flag=True)
@click.password_option()
def add_user(name, tutor, password):
    """Open an account."""
    with get_db() as db:
        row = [name, generate_password_hash(password), tutor]
        db.execute("INSERT INTO user (name, password, is_tutor) VALUES (?, ?, ?)", row)


@click.command()
@click.argument("title")
@click.argument("deadline", type=click.DateTime())
def add_exercise(title, deadline):
    """Set an exercise; the deadline is in this machine's time."""
    with get_db() as db:
        row = [title, deadline.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")]
        db.execute("INSERT INTO exercise (title, deadline) VALUES (?, ?)", row)


def init_app(app):
    app.teardown_appcontext(close_db)
    for command in (init_db, add_user, add_exercise):
        app.cli.add_command(command)
