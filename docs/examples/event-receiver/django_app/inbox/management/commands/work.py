"""Book what has come in."""

import logging

import httpx
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from inbox.models import Event
from inbox.partners import book


# --8<-- [start:work]
class Command(BaseCommand):
    help = "Book what has come in. Cron runs it every minute."

    def handle(self, **options):
        stuck = 0
        for event in list(Event.objects.filter(booked_at=None)):
            try:
                book(event.id, event.body, settings.LEDGER_URL)
            except httpx.TransportError as error:
                raise CommandError(f"The ledger is away: {error!r}") from error
            except Exception:  # whatever is wrong with one event, the next must not wait for it
                logging.getLogger(__name__).exception("Event %s is not booked", event.id)
                stuck += 1
                continue
            event.booked_at = timezone.now()
            event.save(update_fields=["booked_at"])
        if stuck:
            raise CommandError(f"{stuck} not booked")


# --8<-- [end:work]
