"""The API: events for everybody, bookings for who sends a token."""

from flask import Blueprint, abort, request

from .booking import Refused, book_place
from .extensions import db
from .models import CLUB, Booking, Event, Member

bp = Blueprint("api", __name__, url_prefix="/api")


def as_json(event):
    return {
        "id": event.id,
        "title": event.title,
        "starts_at": event.starts_at.replace(tzinfo=CLUB).isoformat(),
        "free": event.free,
        "host": event.host.name if event.host else None,
    }


def caller():
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    wanted = db.select(Member).filter_by(api_token=token)
    return (kind == "Bearer" and token and db.session.scalar(wanted)) or abort(401)


def number(value):
    """A number from outside, or 0, which no event has."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0


@bp.errorhandler(400)
@bp.errorhandler(401)
@bp.errorhandler(404)
def error(reason):
    return {"error": reason.name}, reason.code


@bp.get("/events")
def events():
    found = db.session.scalars(db.select(Event).order_by(Event.starts_at, Event.id))
    return [as_json(event) for event in found]


@bp.get("/events/<int:id>")
def event(id):
    return as_json(db.get_or_404(Event, id))


@bp.get("/bookings")
def bookings():
    wanted = db.select(Booking).filter_by(member_id=caller().id).order_by(Booking.id)
    return [{"id": b.id, "event": b.event_id, "note": b.note} for b in db.session.scalars(wanted)]


@bp.post("/bookings")
def book():
    member, sent = caller(), request.get_json(silent=True)
    if not sent or not isinstance(sent, dict):
        abort(400)
    event = db.session.get(Event, number(sent.get("event"))) or abort(404)
    try:
        booking = book_place(event, member, str(sent.get("note", ""))[:200])
    except Refused as reason:
        return {"error": str(reason)}, 409
    return {"id": booking.id}, 201
