"""The API in JSON."""

from flask import Blueprint, request
from werkzeug.exceptions import HTTPException

from .models import Part, db

api = Blueprint("api", __name__, url_prefix="/api")


def problem(status, message, **more):
    return {"error": message, **more}, status


# An unknown address or method is nobody's blueprint: the handler has to be the app's.
@api.app_errorhandler(HTTPException)
def in_json(error):
    return problem(error.code, error.name) if request.path.startswith("/api/") else error


@api.get("/parts/")
def parts():
    found = db.session.scalars(db.select(Part).order_by(Part.name))
    return {"parts": [{"id": p.id, "name": p.name, "price": p.price} for p in found]}
