"""Copies the accounts and the roles of the old application."""

from django.contrib.auth.models import Group, Permission, User
from django.core.management import BaseCommand
from django.db import connection, transaction

# --8<-- [start:command]
RIGHTS = {"office": r"^(view|add|change)_", "reader": r"^view_"}


class Command(BaseCommand):
    help = "Copy the accounts and the roles of the old application."

    @transaction.atomic
    def handle(self, *args, **options):
        for role, rights in RIGHTS.items():
            group, _ = Group.objects.get_or_create(name=role)
            of_lifts = Permission.objects.filter(content_type__app_label="lifts")
            group.permissions.set(of_lifts.filter(codename__regex=rights))
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, password, role FROM account")
            for name, password, role in cursor.fetchall():
                user = User(username=name, password=f"werkzeug${password}", is_staff=True)
                user.is_superuser = role == "head"
                user.save()
                user.groups.set(Group.objects.filter(name=role))


# --8<-- [end:command]
