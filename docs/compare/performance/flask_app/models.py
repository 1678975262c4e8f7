"""Tables of the Flask app, and who is logged in."""

from datetime import UTC, datetime

from flask_login import LoginManager, UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The base of the tables."""


db = SQLAlchemy(model_class=Base)
accounts = LoginManager()


class Book(db.Model):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(100))
    author: Mapped[str] = mapped_column(String(100))
    pages: Mapped[int]


class User(UserMixin, db.Model):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(150), unique=True)
    password: Mapped[str] = mapped_column(String(200))
    last_login: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))


@accounts.user_loader
def load(number):
    """The user of a session."""
    return db.session.get(User, int(number))
