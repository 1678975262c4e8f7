"""The user table, which Flask leaves to the application."""

# --8<-- [start:user]
import secrets

from flask_login import UserMixin
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from werkzeug.security import generate_password_hash


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class User(UserMixin, db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    session_id: Mapped[str] = mapped_column(unique=True)

    def set_password(self, password):
        self.password_hash = generate_password_hash(password)
        self.session_id = secrets.token_urlsafe()  # sessions with the old one end

    def get_id(self):
        return self.session_id  # UserMixin returns the primary key, which outlives a password


# --8<-- [end:user]


def find(column, value):
    """The user with this name or address, in whatever case it was typed."""
    return db.session.scalar(db.select(User).where(db.func.lower(column) == value.lower()))
