"""Posts, and where old addresses have moved."""

from datetime import datetime

from flask import url_for
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Post(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    published: Mapped[datetime | None]

    @property
    def path(self):
        return url_for("views.detail", slug=self.slug)

    @classmethod
    def public(cls):
        return select(cls).where(cls.published.is_not(None)).order_by(cls.published.desc())


# --8<-- [start:redirect]
class Redirect(db.Model):
    old_path: Mapped[str] = mapped_column(primary_key=True)
    new_path: Mapped[str]  # empty: gone for good


# --8<-- [end:redirect]
