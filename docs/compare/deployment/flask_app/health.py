"""The answer to whoever asks whether this process can work."""

# --8<-- [start:health]
from flask import request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from .db import db


def answer_probes():
    """Before the route and the check of the host: a probe asks by IP address."""
    if request.path != "/health/":
        return None
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return "no database", 503
    return "ok"


# --8<-- [end:health]
