"""Volunteers, their phones, and what they counted."""

import datetime as dt
import uuid

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class User(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(150), unique=True)
    password_hash: Mapped[str]


# --8<-- [start:models]
class Phone(db.Model):
    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: uuid.uuid4().hex)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    name: Mapped[str] = mapped_column(String(60))
    refresh: Mapped[str]  # digests, from which nobody makes a token
    replaced: Mapped[str | None]
    user: Mapped[User] = relationship()


class Count(db.Model):
    __table_args__ = (UniqueConstraint("owner_id", "uid"),)
    pk: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    uid: Mapped[uuid.UUID]  # made by the phone
    walk: Mapped[str] = mapped_column(String(20))
    day: Mapped[dt.date]
    species: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]


# --8<-- [end:models]
