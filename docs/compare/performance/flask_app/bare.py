"""The endpoints on Flask alone: plain SQL, checks by hand."""

from flask import Blueprint, Response, json, render_template, request
from shared import all_rows, grown, one_row

views = Blueprint("views", __name__)


def as_json(data):
    """The bytes that Django sends too: `jsonify` would leave the spaces out and end the line."""
    return Response(json.dumps(data), mimetype="application/json")


@views.get("/plain")
def plain():
    return Response("Hello, World!", mimetype="text/plain")


@views.get("/json")
def small():
    return as_json({"message": "Hello, World!"})


@views.get("/row")
def row():
    return as_json(one_row(1))


@views.get("/rows")
def rows():
    return as_json(all_rows())


@views.get("/page")
def page():
    return render_template("books.html", books=all_rows())


@views.post("/form")
def form():
    title, pages = request.form.get("title", "").strip(), request.form.get("pages", "")
    if not 0 < len(title) <= 100 or not pages.isdigit() or int(pages) < 1:
        return Response("Check the fields", 422, mimetype="text/plain")
    return Response(f"Saved: {title}, {int(pages)} pages", mimetype="text/plain")


if grown("csrf"):

    @views.get("/token")
    def token():
        from flask_wtf.csrf import generate_csrf

        return Response(generate_csrf(), mimetype="text/plain")
