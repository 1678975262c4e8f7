"""A new password for a forgotten one, by a mailed link."""

import secrets

from flask import Blueprint, current_app, redirect, render_template, url_for
from itsdangerous import BadSignature, URLSafeTimedSerializer

from .auth import find, load
from .forms import PasswordForm, ResetForm
from .models import db

bp = Blueprint("reset", __name__)


# --8<-- [start:reset]
def signer():
    return URLSafeTimedSerializer(current_app.secret_key, salt="reset")


def send_link(account):
    """Put the mail into a file. In production, hand it to your mail server here."""
    link = url_for("reset.confirm", token=signer().dumps(account.get_id()), _external=True)
    folder = current_app.config["MAIL"]
    folder.mkdir(exist_ok=True)
    text = f"To: {account.email}\n\nChoose a new password:\n{link}\n"
    (folder / f"{secrets.token_hex(8)}.txt").write_text(text)


@bp.route("/reset/", methods=["GET", "POST"])
def ask():
    form = ResetForm()
    if form.validate_on_submit():
        if account := find(form.email.data):
            send_link(account)
        return redirect(url_for("auth.login"))  # the same for an unknown address
    return render_template("form.html", form=form)


@bp.route("/reset/<token>/", methods=["GET", "POST"])
def confirm(token):
    try:
        account = load(signer().loads(token, max_age=3600))
    except BadSignature:
        account = None
    form = PasswordForm() if account else None  # None too if the password changed since
    if form and form.validate_on_submit():
        account.set_password(form.password.data)
        db.session.commit()
        return redirect(url_for("auth.login"))
    return render_template("form.html", form=form)


# --8<-- [end:reset]
