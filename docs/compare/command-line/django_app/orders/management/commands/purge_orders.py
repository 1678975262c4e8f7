"""The command that deletes old orders."""

# --8<-- [start:command]
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from orders.models import Order


class Command(BaseCommand):
    help = "Delete the orders in a state that are older than a number of days."

    def add_arguments(self, parser):
        parser.add_argument("state", choices=["cancelled", "expired"])
        parser.add_argument("--days", type=int, default=30, help="(default: %(default)s)")
        parser.add_argument("--dry-run", action="store_true", help="Only say how many.")

    def handle(self, *, state, days, dry_run, **options):
        if days < 1:
            raise CommandError("--days must be at least 1")
        before = timezone.now() - timedelta(days=days)
        old = Order.objects.filter(state=state, placed__lt=before)
        self.stdout.write(f"{old.count()} orders {state} before {before:%Y-%m-%d}")
        if not dry_run:
            old.delete()


# --8<-- [end:command]
