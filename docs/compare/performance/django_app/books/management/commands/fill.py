"""Write the books and the user."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from shared import BOOKS, COLUMNS

from books.models import Book


class Command(BaseCommand):
    help = "Write the books and the user."

    def add_arguments(self, parser):
        parser.add_argument("--password", required=True)

    def handle(self, *args, **options):
        Book.objects.bulk_create(Book(**dict(zip(COLUMNS, b, strict=True))) for b in BOOKS)
        User.objects.create_user("ada", password=options["password"])
