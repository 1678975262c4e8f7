"""Print how full each event is."""

from club.models import Event
from django.core.management.base import BaseCommand
from django.utils.timezone import localtime


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        for event in Event.objects.order_by("starts_at", "id"):
            starts, booked = f"{localtime(event.starts_at):%Y-%m-%d %H:%M}", event.bookings.count()
            self.stdout.write(f"{starts},{event.title},{booked}/{event.places}")
