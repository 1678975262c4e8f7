"""Who may enter the back office, and the page where they log in."""

import click
from flask import Blueprint, redirect, render_template, url_for
from flask_login import LoginManager, UserMixin, login_user, logout_user
from flask_wtf import FlaskForm
from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.security import check_password_hash, generate_password_hash
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from .models import db

bp = Blueprint("auth", __name__)
login_manager = LoginManager()


# --8<-- [start:staff]
class Staff(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
    is_editor: Mapped[bool]


@login_manager.user_loader
def load_staff(staff_id):
    return db.session.get(Staff, int(staff_id))


# --8<-- [end:staff]
# --8<-- [start:login]
class LoginForm(FlaskForm):
    name = StringField("Name", [InputRequired()])
    password = PasswordField("Password", [InputRequired()])


@bp.route("/login/", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        staff = db.session.scalar(db.select(Staff).filter_by(name=form.name.data))
        if staff and check_password_hash(staff.password_hash, form.password.data):
            login_user(staff)
            return redirect(url_for("admin.index"))
        form.form_errors.append("Wrong name or password.")
    return render_template("login.html", form=form)


# --8<-- [end:login]
@bp.get("/logout/")
def logout():
    logout_user()
    return redirect(url_for("auth.login"))


@bp.cli.command("create")
@click.argument("name")
@click.option("--editor", is_flag=True, help="May change records, not only look at them.")
@click.password_option()
def create(name, editor, password):
    """Create a member of staff."""
    hashed = generate_password_hash(password)
    db.session.add(Staff(name=name, password_hash=hashed, is_editor=editor))
    db.session.commit()


def init_app(app):
    login_manager.init_app(app)
    app.register_blueprint(bp)
