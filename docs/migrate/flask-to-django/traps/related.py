"""What a template that loops over `event.bookings` does with Django's."""

from club.models import Event
from common import says

try:
    says("for booking in event.bookings", len(list(Event.objects.get(pk=1).bookings)))
except TypeError as error:
    says("for booking in event.bookings", type(error).__name__)
says("for booking in event.bookings.all()", len(Event.objects.get(pk=1).bookings.all()))
