"""The endpoints with the ORM, a form class and accounts."""

from datetime import UTC, datetime

import click
from flask import Blueprint, Response, json, render_template, request, session
from flask_login import current_user, login_user
from flask_wtf.csrf import generate_csrf
from shared import BOOKS, COLUMNS, as_dict, grown
from werkzeug.security import check_password_hash, generate_password_hash

from flask_app.forms import BookForm, csrf
from flask_app.models import Book, User, db

views = Blueprint("views", __name__, cli_group=None)
HASH = "pbkdf2:sha256:1000"  # cheap, and the same on both sides: its real cost is measured alone


@views.before_app_request
def read_visitor():
    """Read the session or the user, as most views of a real app do."""
    if grown("user-read"):
        current_user.is_authenticated  # noqa: B018
    elif grown("session-read"):
        session.get("seen")


def as_json(data):
    """The bytes that Django sends too: `jsonify` would leave the spaces out and end the line."""
    return Response(json.dumps(data), mimetype="application/json")


def all_books():
    """All books, by the ORM."""
    return db.session.scalars(db.select(Book).order_by(Book.id)).all()


@views.get("/plain")
def plain():
    return Response("Hello, World!", mimetype="text/plain")


@views.get("/json")
def small():
    return as_json({"message": "Hello, World!"})


@views.get("/row")
def row():
    return as_json(as_dict(db.session.get(Book, 1)))


@views.get("/rows")
def rows():
    return as_json([as_dict(book) for book in all_books()])


@views.get("/page")
def page():
    return render_template("books.html", books=all_books())


@views.post("/form")
def form():
    filled = BookForm()
    if not filled.validate():
        return Response("Check the fields", 422, mimetype="text/plain")
    text = f"Saved: {filled.title.data}, {filled.pages.data} pages"
    return Response(text, mimetype="text/plain")


@csrf.exempt  # so that every request can be the first of a new visitor
@views.post("/login")
def login():
    user = db.session.scalar(db.select(User).filter_by(username=request.form["username"]))
    if user is None or not check_password_hash(user.password, request.form["password"]):
        return Response("Try again", 403, mimetype="text/plain")
    login_user(user)
    user.last_login = datetime.now(UTC)  # Django writes it by itself
    db.session.commit()
    return Response("Welcome", mimetype="text/plain")


@views.get("/token")
def token():
    return Response(generate_csrf(), mimetype="text/plain")


@views.cli.command("fill")
@click.password_option(confirmation_prompt=False)
def fill(password):
    """Make the tables, the books and the user."""
    db.create_all()
    db.session.add_all(Book(**dict(zip(COLUMNS, book, strict=True))) for book in BOOKS)
    db.session.add(User(username="ada", password=generate_password_hash(password, HASH)))
    db.session.commit()
