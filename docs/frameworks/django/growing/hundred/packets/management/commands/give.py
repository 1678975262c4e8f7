"""Give a packet at the counter: `python manage.py give bean Ada`."""

from django.core.management.base import BaseCommand, CommandError

from packets import services


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("seed")
        parser.add_argument("gardener")

    def handle(self, seed, gardener, **options):
        try:
            services.take(seed, gardener)
        except services.Refused as error:
            raise CommandError(error) from error
