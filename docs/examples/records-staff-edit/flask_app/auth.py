"""Who may sit at the desk, and the page where they log in."""

import secrets

import click
from flask import Blueprint, redirect, render_template, url_for
from flask_login import LoginManager, login_user, logout_user
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from .models import User, db

ROLES = ["Head", "Desk", "Reader"]
bp = Blueprint("auth", __name__)
login_manager = LoginManager()


# --8<-- [start:login]
NOBODY = User()  # whose password is tried for an unknown name, so that it takes as long
NOBODY.set_password(secrets.token_hex())


@login_manager.user_loader
def load_user(user_id):
    return db.session.get(User, int(user_id))


class LoginForm(FlaskForm):
    username = StringField("Username", [InputRequired()])
    password = PasswordField("Password", [InputRequired()])


@bp.route("/login/", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        user = db.session.scalar(db.select(User).filter_by(username=form.username.data))
        # login_user refuses an account whose is_active is false.
        if (user or NOBODY).has_password(form.password.data) and user and login_user(user):
            return redirect(url_for("admin.index"))
        form.form_errors.append("Wrong username or password.")
    return render_template("login.html", form=form)


@bp.post("/logout/")
def logout():
    logout_user()
    return redirect(url_for("auth.login"))


@bp.cli.command("create-head")
@click.argument("username")
@click.password_option()
def create_head(username, password):
    """Create the account that creates the others."""
    user = User(username=username, role="Head")
    user.set_password(password)
    db.session.add(user)
    db.session.commit()


# --8<-- [end:login]
def init_app(app):
    login_manager.init_app(app)
    app.register_blueprint(bp)
