"""What the publication prints, and who works on it."""

import datetime as dt

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Person(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
    is_moderator: Mapped[bool]


# --8<-- [start:version]
class Version(db.Model):
    """An article as somebody saved it. It is never changed; the next save is the next version."""

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), index=True)
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str]
    author: Mapped[str] = mapped_column(String(80))
    approved_by: Mapped[str | None] = mapped_column(String(80))
    approved_at: Mapped[dt.datetime | None]


def published():
    """Of each article, the version that was approved last."""
    last = select(Version.slug, func.max(Version.approved_at).label("at")).group_by(Version.slug)
    approved = last.subquery()
    same = (Version.slug == approved.c.slug, Version.approved_at == approved.c.at)
    query = select(Version).join(approved, db.and_(*same)).order_by(Version.approved_at.desc())
    return db.session.scalars(query).all()


# --8<-- [end:version]
