"""The two pages of the quickstart, with a token in the form and a limit on attempts."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

# --8<-- [start:limit]
limiter = Limiter(get_remote_address)
pages = Blueprint("pages", __name__)


@pages.route("/login", methods=["GET", "POST"])
@limiter.limit("5 per hour", methods=["POST"])
def login():
    if request.method == "POST":
        session["username"] = request.form["username"]
        return redirect(url_for("pages.index"))
    return render_template("login.html")


# --8<-- [end:limit]
@pages.route("/")
def index():
    return f"Logged in as {session['username']}" if "username" in session else "Not logged in"
