"""Add a member."""

from club.models import Member
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        for name in ("email", "name", "password"):
            parser.add_argument(name)
        parser.add_argument("--staff", action="store_true")
        parser.add_argument("--token")

    def handle(self, email, name, password, staff, token, **options):
        fields = {"name": name, "is_staff": staff, "api_token": token}
        member = Member.objects.create_user(email, password, **fields)
        self.stdout.write(f"{member.id} {member.email}")
