"""Pages about seeds."""

from flask import Blueprint, request

from . import services

bp = Blueprint("seeds", __name__, url_prefix="/seeds")


@bp.get("/")
def index():
    return {"seeds": services.names()}


@bp.post("/")
def add():
    services.add(request.form["name"])
    return "", 201
