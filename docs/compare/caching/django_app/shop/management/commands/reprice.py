"""Change a price from the command line."""

from django.core.management.base import BaseCommand

from shop.views import change


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("name")
        parser.add_argument("cents", type=int)

    def handle(self, name, cents, **options):
        change(name, cents)
