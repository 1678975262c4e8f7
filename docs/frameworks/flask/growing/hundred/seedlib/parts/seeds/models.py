"""The table of seeds."""

from sqlalchemy.orm import Mapped, mapped_column

from seedlib.extensions import db


class Seed(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
