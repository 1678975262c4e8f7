"""Events in a database of our own, invoices in that of another program."""

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, ForeignKeyConstraint
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:document]
class Event(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    payload: Mapped[dict] = mapped_column(MutableDict.as_mutable(JSON))


# --8<-- [end:document]
# --8<-- [start:archive]
class Invoice(db.Model):
    __bind_key__ = "archive"
    year: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str]
    payments: Mapped[list["Payment"]] = relationship()


class Payment(db.Model):
    __bind_key__ = "archive"
    __table_args__ = (ForeignKeyConstraint(["year", "number"], ["invoice.year", "invoice.number"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    cents: Mapped[int]


# --8<-- [end:archive]
