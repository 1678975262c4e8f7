"""What can be done with seeds."""

from .models import Seed


def names():
    return list(Seed.objects.order_by("name").values_list("name", flat=True))


def add(name):
    Seed.objects.create(name=name)


def find(name):
    return Seed.objects.filter(name=name).first()
