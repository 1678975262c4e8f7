"""Who packs and counts, and the page where they log in."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import LoginManager, login_user, logout_user
from flask_wtf import FlaskForm
from werkzeug.security import check_password_hash, generate_password_hash
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from .models import Staff, db

bp = Blueprint("auth", __name__)
login_manager = LoginManager()


# --8<-- [start:login]
NOBODY = generate_password_hash("nobody")  # an unknown name must take as long as a known one


@login_manager.user_loader
def load(key):
    return db.session.get(Staff, int(key))


class LoginForm(FlaskForm):
    username = StringField("Username", [InputRequired()])
    password = PasswordField("Password", [InputRequired()])


@bp.route("/login/", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        staff = db.session.scalar(db.select(Staff).filter_by(name=form.username.data))
        known = staff.password_hash if staff else NOBODY
        if check_password_hash(known, form.password.data) and staff:
            login_user(staff)
            return redirect(url_for("admin.index"))
        form.form_errors.append("Wrong name or password.")
    return render_template("editions.html", form=form)


@bp.post("/logout/")
def logout():
    logout_user()
    return redirect(url_for("auth.login"))


def create(name, password):
    db.session.add(Staff(name=name, password_hash=generate_password_hash(password)))
    db.session.commit()


# --8<-- [end:login]
