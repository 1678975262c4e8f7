"""The table of packets."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..extensions import db
from ..seeds.models import Seed


class Packet(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    seed_id: Mapped[int] = mapped_column(ForeignKey("seed.id"))
    seed: Mapped[Seed] = relationship()
    gardener: Mapped[str]
