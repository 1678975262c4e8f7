"""What can be done with packets, and the rules for it."""

# --8<-- [start:services]
from django.conf import settings
from seeds import services as seeds

from .models import Packet


class Refused(Exception):
    """The library says no; the text says why."""


def taken_by(gardener):
    return Packet.objects.filter(gardener=gardener)


def take(seed_name, gardener):
    seed = seeds.find(seed_name)
    if seed is None:
        raise Refused("we have no such seed")
    if taken_by(gardener).count() >= settings.PACKETS_EACH:
        raise Refused("no more packets this year")
    Packet.objects.create(seed=seed, gardener=gardener)


# --8<-- [end:services]
