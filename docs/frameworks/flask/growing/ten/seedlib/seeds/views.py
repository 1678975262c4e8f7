"""Pages about seeds."""

from flask import Blueprint, request

from ..extensions import db
from .models import Seed

bp = Blueprint("seeds", __name__)


@bp.get("/")
def index():
    return {"seeds": list(db.session.scalars(db.select(Seed.name).order_by(Seed.name)))}


@bp.post("/")
def add():
    db.session.add(Seed(name=request.form["name"]))
    db.session.commit()
    return "", 201
