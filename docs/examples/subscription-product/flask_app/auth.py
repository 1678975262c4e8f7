"""Signing up, logging in and out."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import LoginManager, login_user, logout_user
from sqlalchemy.exc import IntegrityError
from werkzeug.security import check_password_hash, generate_password_hash

from .forms import LoginForm, SignUpForm
from .models import Account, db

bp = Blueprint("auth", __name__)
login_manager = LoginManager()
login_manager.login_view = "auth.login"


def find(email):
    return db.session.scalar(db.select(Account).filter_by(email=email.lower()))


# --8<-- [start:account]
NOBODY = generate_password_hash("nobody")  # an unknown name must take as long as a known one


@login_manager.user_loader
def load(stated):
    account = db.session.get(Account, int(stated.partition(".")[0]))
    return account if account and account.get_id() == stated else None


@bp.route("/signup/", methods=["GET", "POST"])
def signup():
    form = SignUpForm()
    if form.validate_on_submit():
        account = Account(email=form.email.data)
        account.set_password(form.password.data)
        db.session.add(account)
        try:
            db.session.commit()
        except IntegrityError:
            db.session.rollback()
            form.form_errors.append("This address has an account.")
        else:
            login_user(account)
            return redirect(url_for("pages.timetables"))
    return render_template("form.html", form=form)


@bp.route("/login/", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        account = find(form.email.data)
        known = account.password_hash if account else NOBODY
        if check_password_hash(known, form.password.data) and account:
            login_user(account)
            return redirect(url_for("pages.timetables"))
        form.form_errors.append("Wrong address or password.")
    return render_template("form.html", form=form)


@bp.post("/logout/")
def logout():
    logout_user()
    return redirect(url_for("auth.login"))


# --8<-- [end:account]
