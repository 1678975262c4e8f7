"""The routes of the bookings."""

import logging

from flask import Blueprint, request
from sqlalchemy import func, select

from .models import Booking, db

log = logging.getLogger(__name__)
bp = Blueprint("bookings", __name__)


@bp.get("/bookings/")
def index():
    return {"count": db.session.scalar(select(func.count()).select_from(Booking))}


# --8<-- [start:create]
@bp.post("/bookings/")
def create():
    booking = Booking(name=request.form["name"])
    db.session.add(booking)
    db.session.commit()
    log.info("Tell the kitchen: %s", booking.name)
    return {"id": booking.id}, 201


# --8<-- [end:create]
@bp.get("/bookings/<int:booking_id>/")
def detail(booking_id):
    return {"held": db.get_or_404(Booking, booking_id).held}
