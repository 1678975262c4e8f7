"""What the traps share: members, browsers, and one line for each answer."""

from club.models import Member
from django.test import Client

PASSWORDS = {"anna": "correct horse", "ben": "Straße nach Süden", "cleo": "battery staple"}
anna, ben, cleo = Member.objects.order_by("id")[:3]


def browser(**more):
    """A browser that asks Django only."""
    return Client(headers={"host": "localhost"}, **more)


def says(what, answer):
    print(f"{what:<52}{answer}")
