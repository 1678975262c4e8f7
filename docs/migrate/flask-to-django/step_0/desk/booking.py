"""The rules of a booking, for the pages and for the API."""

from flask_babel import gettext as _

from .extensions import db
from .jobs import enqueue
from .models import Booking


class Refused(Exception):
    """Why a booking is not possible, in the visitor's language."""


def book_place(event, member, note=""):
    if any(one.member_id == member.id for one in event.bookings):
        raise Refused(_("You have a place already."))
    if event.free < 1:
        raise Refused(_("This event is full."))
    booking = Booking(event=event, member=member, note=note)
    db.session.add(booking)
    enqueue("confirm", to=member.email, language=member.language, title=event.title)
    db.session.commit()
    return booking
