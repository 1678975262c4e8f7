"""The table of packets."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from seedlib.extensions import db


class Packet(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    seed_id: Mapped[int] = mapped_column(ForeignKey("seed.id"))
    seed = relationship("Seed")  # by name: no import of another part's models
    gardener: Mapped[str]
