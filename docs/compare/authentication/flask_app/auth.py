"""Register, log in, log out, change the password."""

import re

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user, login_required, login_user, logout_user
from werkzeug.security import check_password_hash, generate_password_hash

from .forms import ChangePasswordForm, LoginForm, RegisterForm
from .models import User, db

bp = Blueprint("auth", __name__, url_prefix="/accounts")


# --8<-- [start:register]
@bp.route("/register/", methods=["GET", "POST"])
def register():
    form = RegisterForm()
    if form.validate_on_submit():
        user = User(username=form.username.data, email=form.email.data)
        user.set_password(form.password1.data)
        db.session.add(user)
        db.session.commit()
        return redirect(url_for("auth.login"))
    return render_template("form.html", form=form, title="Register")


# --8<-- [end:register]
# --8<-- [start:next]
def is_local(target):
    """Is it a path? Browsers take `//host`, `/\\host` and `/<tab>/host` to another site."""
    return re.match(r"/(?![/\\\s])", target) is not None


# --8<-- [end:next]
# --8<-- [start:login]
# Checked for unknown names, so that they take as long as a wrong password.
NOBODY = generate_password_hash("nobody")


@bp.route("/login/", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        user = db.session.scalar(db.select(User).filter_by(username=form.username.data))
        stored = user.password_hash if user else NOBODY
        if check_password_hash(stored, form.password.data) and user:
            login_user(user)
            target = request.args.get("next", "")
            return redirect(target if is_local(target) else url_for("account"))
        flash("Wrong name or password.")
    return render_template("form.html", form=form, title="Log in")


@bp.post("/logout/")
def logout():
    logout_user()
    return redirect(url_for("home"))


# --8<-- [end:login]
# --8<-- [start:change]
@bp.route("/password_change/", methods=["GET", "POST"])
@login_required
def password_change():
    form = ChangePasswordForm()
    if form.validate_on_submit():
        current_user.set_password(form.new_password1.data)
        db.session.commit()
        login_user(current_user)  # this session gets the new session_id, the others do not
        return redirect(url_for("account"))
    return render_template("form.html", form=form, title="Change password")


# --8<-- [end:change]
