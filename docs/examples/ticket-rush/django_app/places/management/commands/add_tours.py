"""Open tours."""

from django.core.management.base import BaseCommand
from django.db import transaction

from places.models import Place, Tour


class Command(BaseCommand):
    help = "Open a tour for each number of places, and print the tours' own numbers."

    def add_arguments(self, parser):
        parser.add_argument("places", type=int, nargs="*")

    @transaction.atomic
    def handle(self, *args, places, **options):
        for count in places:
            tour = Tour.objects.create()
            Place.objects.bulk_create(Place(tour=tour, number=n + 1) for n in range(count))
            self.stdout.write(str(tour.pk))
