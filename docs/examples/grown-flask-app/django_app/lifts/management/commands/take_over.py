"""Copies the accounts and the roles of the old application."""

import base64

from django.contrib.auth.models import Group, Permission, User
from django.core.management import BaseCommand
from django.db import connection, transaction

# --8<-- [start:command]
RIGHTS = {"office": r"^(view|add|change)_", "reader": r"^view_"}


def as_django_writes_it(hashed):
    """The digest in base64: Werkzeug's 162 characters do not fit into Django's 128."""
    method, salt, digest = hashed.split("$")
    digest = base64.b64encode(bytes.fromhex(digest)).decode()
    if method.startswith("pbkdf2:"):  # the oldest: Werkzeug's default before 3.0
        _, name, rounds = method.split(":")
        return f"pbkdf2_{name}${rounds}${salt}${digest}"
    _, n, r, p = method.split(":")
    return f"werkzeug${n}${salt}${r}${p}${digest}"


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
                stored = as_django_writes_it(password)
                user = User(username=name, password=stored, is_staff=True)
                user.is_superuser = role == "head"
                user.save()
                user.groups.set(Group.objects.filter(name=role))


# --8<-- [end:command]
