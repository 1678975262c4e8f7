"""Pages about packets."""

from flask import Blueprint, abort, current_app, request

from ..extensions import db
from ..seeds.models import Seed
from .models import Packet

bp = Blueprint("packets", __name__)


@bp.get("/<gardener>/")
def index(gardener):
    found = db.session.scalars(db.select(Packet).filter_by(gardener=gardener))
    return {"packets": [packet.seed.name for packet in found]}


@bp.post("/<gardener>/")
def take(gardener):
    seed = db.session.scalar(db.select(Seed).filter_by(name=request.form["seed"]))
    taken = db.session.scalars(db.select(Packet).filter_by(gardener=gardener)).all()
    if seed is None or len(taken) >= current_app.config["PACKETS_EACH"]:
        abort(409)
    db.session.add(Packet(seed=seed, gardener=gardener))
    db.session.commit()
    return "", 201
