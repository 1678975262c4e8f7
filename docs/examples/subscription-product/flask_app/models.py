"""Accounts with their plan, and the timetables that they keep."""

import hashlib
import time

from flask_login import UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.security import generate_password_hash

LIMITS = {"free": 1, "studio": 20}  # timetables


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:account]
class Account(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str]
    plan: Mapped[str] = mapped_column(String(20), default="free")
    paid_until: Mapped[int] = mapped_column(BigInteger, default=0)  # seconds, as it is sent
    billing_version: Mapped[int] = mapped_column(BigInteger, default=0)
    timetables: Mapped[list["Timetable"]] = relationship(order_by="Timetable.name")

    @property
    def limit(self):
        return LIMITS[self.plan if self.paid_until > time.time() else "free"]

    def set_password(self, password):
        self.password_hash = generate_password_hash(password)

    def get_id(self):
        """Changes with the password, which ends other sessions and uses up mailed links."""
        return f"{self.id}.{hashlib.sha256(self.password_hash.encode()).hexdigest()}"


# --8<-- [end:account]
class Timetable(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    name: Mapped[str] = mapped_column(String(80))
