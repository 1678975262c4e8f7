"""Councils, their people, and what they keep."""

from flask import g
from flask_login import UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, String, event
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    relationship,
    with_loader_criteria,
)


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Organisation(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))


class User(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey(Organisation.id))
    is_support: Mapped[bool] = mapped_column(default=False)


# --8<-- [start:owned]
class Owned:
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey(Organisation.id), index=True, default=lambda: g.organisation_id
    )


class Playground(Owned, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))

    def __str__(self):
        return self.name


class Inspection(Owned, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    playground_id: Mapped[int] = mapped_column(ForeignKey(Playground.id))
    found: Mapped[str] = mapped_column(String(200))
    playground: Mapped[Playground] = relationship(backref="inspections")


# --8<-- [end:owned]
# --8<-- [start:scope]
@event.listens_for(db.session, "do_orm_execute")
def only_their_own(query):
    if g.get("all_organisations"):
        return
    theirs = g.get("organisation_id") or 0  # nobody has 0: who is not known sees nothing
    criterion = with_loader_criteria(
        Owned, lambda model: model.organisation_id == theirs, include_aliases=True
    )
    query.statement = query.statement.options(criterion)


# --8<-- [end:scope]
