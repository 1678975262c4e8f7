"""The smallest log-in; see the page on accounts for a whole one."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import login_user
from werkzeug.security import check_password_hash

from .models import User, db

bp = Blueprint("auth", __name__)


@bp.route("/login/", methods=["GET", "POST"])
def login():
    if request.method == "POST":
        user = db.session.scalar(db.select(User).filter_by(name=request.form["username"]))
        if user and check_password_hash(user.password_hash, request.form["password"]):
            login_user(user)
            return redirect(url_for("notes.index"))
    return render_template("login.html")
