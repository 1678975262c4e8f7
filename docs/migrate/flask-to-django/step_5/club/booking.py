"""The rules of a booking, for the pages and for the API."""

from django.db import transaction
from django.utils.translation import gettext as _

from .jobs import enqueue


class Refused(Exception):
    """Why a booking is not possible, in the visitor's language."""


@transaction.atomic
def book_place(event, member, note=""):
    if event.bookings.filter(member=member).exists():
        raise Refused(_("You have a place already."))
    if event.free < 1:
        raise Refused(_("This event is full."))
    enqueue("confirm", to=member.email, language=member.language, title=event.title)
    return event.bookings.create(member=member, note=note)
