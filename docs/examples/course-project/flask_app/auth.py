"""Who is asking: log-in, log-out, and no page without them."""

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from werkzeug.security import check_password_hash, generate_password_hash

from .db import get_db

# --8<-- [start:auth]
bp = Blueprint("auth", __name__)
NOBODY = generate_password_hash("")  # an unknown name costs as much time as a wrong password


@bp.before_app_request
def load_user():
    found = get_db().execute("SELECT * FROM user WHERE id = ?", [session.get("user_id")])
    g.user = found.fetchone()
    if g.user or request.endpoint in ("auth.login", "static"):
        return None
    return redirect(url_for("auth.login"))


@bp.route("/login", methods=["GET", "POST"])
def login():
    error = None
    if request.method == "POST":
        name, password = request.form["username"], request.form["password"]
        user = get_db().execute("SELECT * FROM user WHERE name = ?", [name]).fetchone()
        known = check_password_hash(user["password"] if user else NOBODY, password)
        if user and known:
            session.clear()
            session["user_id"] = user["id"]
            return redirect(url_for("handins.index"))
        error = "Wrong name or password."
    return render_template("login.html", error=error)


@bp.post("/logout")
def logout():
    session.clear()
    return redirect(url_for("auth.login"))


# --8<-- [end:auth]
def init_app(app):
    app.register_blueprint(bp)
