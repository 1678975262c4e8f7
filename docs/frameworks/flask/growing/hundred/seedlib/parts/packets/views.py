"""Pages about packets."""

from flask import Blueprint, request

from . import services

bp = Blueprint("packets", __name__, url_prefix="/packets")


@bp.errorhandler(services.Refused)
def refused(error):
    return {"error": str(error)}, 409


@bp.get("/<gardener>/")
def index(gardener):
    return {"packets": [packet.seed.name for packet in services.taken_by(gardener)]}


@bp.post("/<gardener>/")
def take(gardener):
    services.take(request.form["seed"], gardener)
    return "", 201
