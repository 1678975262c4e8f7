"""What the tool keeps for the time of the campaign: who has which picture, and what they saw."""

import datetime as dt

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, ForeignKey, String, UniqueConstraint, or_, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, aliased, mapped_column, relationship


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)
LEASE = dt.timedelta(minutes=30)


class Person(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    is_lead: Mapped[bool] = mapped_column(default=False)


class Species(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)


# --8<-- [start:task]
class Task(db.Model):
    """One of the two looks that every picture gets."""

    __table_args__ = (UniqueConstraint("picture", "look"), UniqueConstraint("picture", "person_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    picture: Mapped[str] = mapped_column(String(200))
    look: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    species_id: Mapped[int | None] = mapped_column(ForeignKey("species.id"))
    species: Mapped[Species | None] = relationship()


# --8<-- [end:task]
# --8<-- [start:hand-out]
def hand_out(person):
    """The picture that this person holds, or the next one, or None."""
    now = dt.datetime.now(dt.UTC)
    undone, mine = Task.species_id.is_(None), aliased(Task)
    held = update(Task).where(undone, Task.person_id == person.id)
    seen = select(mine.picture).where(mine.person_id == person.id)
    free = or_(Task.person_id.is_(None), Task.given_at <= now - LEASE)
    first = (
        select(Task.id)
        .where(undone, free, Task.picture.not_in(seen))
        .order_by(Task.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    give = update(Task).where(Task.id == first.scalar_subquery())
    db.session.refresh(person, with_for_update=True)  # two tabs of one person take turns
    task = db.session.scalar(held.values(given_at=now).returning(Task)) or db.session.scalar(
        give.values(person_id=person.id, given_at=now).returning(Task)
    )
    db.session.commit()
    return task


# --8<-- [end:hand-out]
