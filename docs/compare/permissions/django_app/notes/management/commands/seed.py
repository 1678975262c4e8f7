"""Create a group of editors, three people and two notes."""

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand

from notes.models import Note


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        # --8<-- [start:group]
        editors = Group.objects.create(name="Editors")
        granted = Permission.objects.filter(codename__in=["publish_note", "change_note"])
        editors.permissions.set(granted)
        # --8<-- [end:group]
        people = [User.objects.create_user(n, password="secret") for n in ("anna", "carl", "dora")]
        people[0].groups.add(editors)
        Note.objects.create(title="By Carl", author=people[1])
        Note.objects.create(title="By Dora", author=people[2], published=True)
