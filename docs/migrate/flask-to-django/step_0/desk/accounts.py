"""Logging in and out, and one's own account."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_required, login_user, logout_user

from .extensions import db
from .forms import AccountForm, LoginForm
from .models import Member

bp = Blueprint("accounts", __name__)
NOBODY = Member(password_hash="scrypt:32768:8:1$salt$fits no password")


@bp.route("/login", methods=["GET", "POST"])
def login():
    form = LoginForm()
    if form.validate_on_submit():
        wanted = db.select(Member).filter_by(email=form.email.data.lower())
        member = db.session.scalar(wanted) or NOBODY  # so that an unknown email costs a hash too
        if member.check_password(form.password.data):
            login_user(member)
            session["language"] = member.language
            return redirect(inside(request.args.get("next")) or url_for("events.index"))
        form.password.errors = [_("This email and password do not match.")]
    return render_template("accounts/login.html", form=form), 422 if form.errors else 200


def inside(target):
    """A path of this site, or None."""
    safe = target and target.startswith("/") and target[1:2] not in ("/", "\\")
    return target if safe and target.isprintable() else None  # browsers skip a tab or a newline


@bp.post("/logout")
def logout():
    logout_user()
    return redirect(url_for("events.index"))


@bp.route("/account", methods=["GET", "POST"])
@login_required
def account():
    form = AccountForm(obj=current_user)
    if form.validate_on_submit():
        current_user.name = form.name.data
        if form.password.data:
            current_user.set_password(form.password.data)
        db.session.commit()
        flash(_("Saved."))
        return redirect(url_for("accounts.account"))
    return render_template("accounts/account.html", form=form), 422 if form.errors else 200
