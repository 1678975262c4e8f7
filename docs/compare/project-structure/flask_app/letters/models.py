"""A letter belongs to the place that it was written in."""

from sqlalchemy.orm import Mapped, mapped_column

from ..extensions import db


class Letter(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
