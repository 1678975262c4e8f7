"""What can be done with packets, and the rules for it."""

# --8<-- [start:services]
from flask import current_app

from seedlib.extensions import db
from seedlib.parts.seeds import services as seeds

from .models import Packet


class Refused(Exception):
    """The library says no; the text says why."""


def taken_by(gardener):
    return db.session.scalars(db.select(Packet).filter_by(gardener=gardener)).all()


def take(seed_name, gardener):
    seed = seeds.find(seed_name)
    if seed is None:
        raise Refused("we have no such seed")
    if len(taken_by(gardener)) >= current_app.config["PACKETS_EACH"]:
        raise Refused("no more packets this year")
    db.session.add(Packet(seed=seed, gardener=gardener))
    db.session.commit()


# --8<-- [end:services]
