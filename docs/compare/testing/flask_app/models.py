"""A booking is held until it expires."""

from datetime import UTC, datetime, timedelta

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


def in_an_hour():
    return datetime.now(UTC).replace(tzinfo=None) + timedelta(hours=1)  # SQLite keeps no zone


class Booking(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    expires: Mapped[datetime] = mapped_column(default=in_an_hour)

    @property
    def held(self):
        return datetime.now(UTC).replace(tzinfo=None) < self.expires
