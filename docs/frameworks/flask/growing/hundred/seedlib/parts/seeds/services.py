"""What can be done with seeds."""

from seedlib.extensions import db

from .models import Seed


def names():
    return list(db.session.scalars(db.select(Seed.name).order_by(Seed.name)))


def add(name):
    db.session.add(Seed(name=name))
    db.session.commit()


def find(name):
    return db.session.scalar(db.select(Seed).filter_by(name=name))
