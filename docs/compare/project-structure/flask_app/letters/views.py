"""The routes and the command of the letters."""

# --8<-- [start:part]
from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy import select

from ..extensions import db
from .models import Letter

bp = Blueprint("letters", __name__, template_folder="templates", cli_group=None)


@bp.get("/")
def index():
    query = select(Letter).filter_by(place=request.blueprint).order_by(Letter.id)
    return render_template("letters/index.html", letters=db.session.scalars(query))


@bp.post("/")
def write():
    db.session.add(Letter(place=request.blueprint, text=request.form["text"]))
    db.session.commit()
    return redirect(url_for(".index"))


# --8<-- [end:part]
# --8<-- [start:mistake]
@bp.get("/mistake/")
def mistake():
    return redirect(url_for("letters.index"))  # no such name: the part is called otherwise here


# --8<-- [end:mistake]
@bp.cli.command("create-letters")
def create():
    """Create the table of the letters."""
    db.create_all()
