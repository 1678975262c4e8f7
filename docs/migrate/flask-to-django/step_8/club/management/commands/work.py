"""Do the jobs that are queued."""

from club.jobs import work
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        self.stdout.write(f"{work()} done")
