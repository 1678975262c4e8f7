"""Book what has come in."""

import datetime as dt
import logging

import httpx
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from inbox.models import Event
from inbox.partners import book

log = logging.getLogger(__name__)


# --8<-- [start:work]
class Command(BaseCommand):
    help = "Book what has come in. Cron runs it every minute, under `flock -n work.lock`."

    def handle(self, **options):
        for event in list(Event.objects.filter(booked_at=None)):
            event.tries += 1  # counted before: whatever fails, or never answers, is last next time
            event.save(update_fields=["tries"])
            try:
                book(event.id, event.body, settings.LEDGER_URL)
            except httpx.TransportError as error:
                log.warning("The ledger is away: %r", error)
                break
            except Exception:  # whatever is wrong with one event, the next must not wait for it
                log.exception("Event %s is not booked", event.id)
                continue
            event.booked_at = timezone.now()
            event.save(update_fields=["booked_at"])
        self.tidy_and_tell(timezone.now())

    def tidy_and_tell(self, now):
        """Forget what was booked a week ago; fail if something has waited longer than the night."""
        Event.objects.filter(booked_at__lt=now - dt.timedelta(days=7)).delete()
        late = Event.objects.filter(booked_at=None, received_at__lt=now - dt.timedelta(hours=3))
        if count := late.count():
            raise CommandError(f"{count} not booked in three hours")


# --8<-- [end:work]
