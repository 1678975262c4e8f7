"""What the company keeps, and the accounts."""

import datetime as dt

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Account(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    password: Mapped[str]
    role: Mapped[str]


class Lift(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    place: Mapped[str]
    every_days: Mapped[int]
    inspections: Mapped[list["Inspection"]] = relationship()


class Inspection(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    lift_id: Mapped[int] = mapped_column(ForeignKey("lift.id"))
    done_on: Mapped[dt.date]
    passed: Mapped[bool]
    note: Mapped[str]
