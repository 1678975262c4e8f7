"""Accounts, written in the first year, and what a role may do, added in the third."""

from functools import wraps

import click
from flask import Blueprint, abort, g, redirect, render_template, request, session, url_for
from werkzeug.security import check_password_hash, generate_password_hash

from .models import Account, db

bp = Blueprint("auth", __name__)
NOBODY = generate_password_hash("")
# --8<-- [start:permissions]
RIGHTS = {"head": {"view", "change"}, "office": {"view", "change"}, "reader": {"view"}}


def needs(right):
    def decorate(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            if right not in RIGHTS[g.account.role]:
                abort(403)
            return view(*args, **kwargs)

        return guarded

    return decorate


# --8<-- [end:permissions]
# --8<-- [start:accounts]
@bp.before_app_request
def load_account():
    g.account = db.session.get(Account, session.get("account_id", 0))
    if g.account or request.endpoint in ("auth.login", "static"):
        return None
    return redirect(url_for("auth.login"))


@bp.route("/login", methods=["GET", "POST"])
def login():
    if request.method == "POST":
        asked = db.select(Account).filter_by(name=request.form["username"])
        account = db.session.scalar(asked)
        hashed = account.password if account else NOBODY
        if check_password_hash(hashed, request.form["password"]) and account:
            session.clear()
            session["account_id"] = account.id
            return redirect(url_for("inspections.overdue"))
    return render_template("login.html")


@click.command()
@click.argument("name")
@click.argument("role", type=click.Choice(list(RIGHTS)))
@click.password_option()
def add_account(name, role, password):
    """Open an account."""
    db.session.add(Account(name=name, role=role, password=generate_password_hash(password)))
    db.session.commit()


# --8<-- [end:accounts]
