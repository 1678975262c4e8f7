"""What the desk keeps, and the accounts and the history that it needs besides."""

import datetime as dt

from flask_login import UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.security import check_password_hash, generate_password_hash


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:records]
class Item(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(100))

    def __str__(self):
        return f"{self.number} {self.name}"


class Borrower(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254), unique=True)

    def __str__(self):
        return self.name


# --8<-- [end:records]
# --8<-- [start:loan]
STILL_OUT = text("returned_on IS NULL")


class Loan(db.Model):
    __table_args__ = (
        Index(
            "one_open_loan_per_item",
            "item_id",
            unique=True,
            sqlite_where=STILL_OUT,
            postgresql_where=STILL_OUT,
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    borrower_id: Mapped[int] = mapped_column(ForeignKey("borrower.id"))
    lent_on: Mapped[dt.date] = mapped_column(default=dt.date.today)
    due_on: Mapped[dt.date]
    returned_on: Mapped[dt.date | None]
    item: Mapped[Item] = relationship()
    borrower: Mapped[Borrower] = relationship()

    def __str__(self):
        return f"{self.item} to {self.borrower}"


# --8<-- [end:loan]
# --8<-- [start:account]
class User(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(String(20))
    is_active: Mapped[bool] = mapped_column(default=True)

    def set_password(self, password):
        self.password_hash = generate_password_hash(password)

    def has_password(self, password):
        return check_password_hash(self.password_hash, password)

    def __str__(self):
        return self.username


class Change(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=lambda: dt.datetime.now(dt.UTC))
    who: Mapped[str] = mapped_column(String(80))
    what: Mapped[str]


# --8<-- [end:account]
