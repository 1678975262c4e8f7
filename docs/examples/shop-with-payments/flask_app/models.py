"""Editions with a stock, orders that reserve from it, payments that came in, and staff."""

import datetime as dt
import secrets

from flask_login import UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import CheckConstraint, DateTime, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:models]
class Edition(db.Model):
    __table_args__ = (CheckConstraint("stock >= 0", "stock_not_negative"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(100), unique=True)
    price: Mapped[int]  # in cents
    stock: Mapped[int] = mapped_column(default=0)

    def __str__(self):
        return self.title


class Order(db.Model):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(43), unique=True, default=secrets.token_urlsafe)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    quantity: Mapped[int]
    total: Mapped[int]  # the price on the day of the order
    state: Mapped[str] = mapped_column(String(10), default="reserved")
    ordered_at: Mapped[dt.datetime] = mapped_column(
        DateTime(timezone=True), default=lambda: dt.datetime.now(dt.UTC)
    )
    edition: Mapped[Edition] = relationship()
    payments: Mapped[list["Payment"]] = relationship()


class Payment(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(80), unique=True)  # the provider's own
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    amount: Mapped[int]

    def __str__(self):
        return f"{self.reference}: {self.amount}"


# --8<-- [end:models]
class Staff(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
