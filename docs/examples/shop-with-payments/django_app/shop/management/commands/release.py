"""Give back what was reserved and not paid: for cron, every minute."""

from django.conf import settings
from django.core.management.base import BaseCommand

from shop import sales


class Command(BaseCommand):
    help = "Release reservations that were not paid in time."

    def handle(self, *args, **options):
        sales.release(settings.RESERVED_MINUTES)
