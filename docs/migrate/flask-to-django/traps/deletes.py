"""What goes when something is deleted, by the rule of the foreign key."""

from io import StringIO
from unittest.mock import patch

from club.models import Booking, Event
from common import ben, says
from django.core.management import call_command
from django.db import IntegrityError, models, transaction


def rule(field, on_delete):
    return patch.object(field.remote_field, "on_delete", on_delete)


def events_left(on_delete, null):
    """How many of Ben's events are there when Ben has gone."""
    host = Event._meta.get_field("host")
    with rule(host, on_delete), patch.object(host, "null", null), transaction.atomic():
        ben.delete()
        left = Event.objects.filter(pk=1).count()
        transaction.set_rollback(True)
    ben.pk = 2
    return left


draft = StringIO()
call_command("inspectdb", "event", "booking", stdout=draft)
says("DO_NOTHING in the draft of inspectdb", draft.getvalue().count("models.DO_NOTHING"))
says("CASCADE: events of a deleted host", events_left(models.CASCADE, null=False))
says("SET_NULL: events of a deleted host", events_left(models.SET_NULL, null=True))
try:
    with rule(Booking._meta.get_field("event"), models.DO_NOTHING):
        Event.objects.get(pk=1).delete()
except IntegrityError as error:
    says("DO_NOTHING: delete an event with bookings", type(error).__name__)
