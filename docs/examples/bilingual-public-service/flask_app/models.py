"""What the town keeps of an application, and the clerks."""

from flask_babel import force_locale, gettext
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

LANGUAGES = {"en": "English", "fr": "Français"}


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Clerk(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]

    def __str__(self):
        return self.name


class Application(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254))
    heating: Mapped[str] = mapped_column(String(4))
    people: Mapped[int]
    language: Mapped[str] = mapped_column(String(2))
    clerk_id: Mapped[int | None] = mapped_column(ForeignKey("clerk.id"))
    granted_by: Mapped[Clerk | None] = relationship()
    letter: Mapped[str] = mapped_column(default="")  # a nightly run prints or mails it

    # --8<-- [start:grant]
    def grant(self, clerk):
        with force_locale(self.language):
            self.letter = gettext(
                "Application %(number)s: the allowance is granted.", number=self.id
            )
        self.granted_by = clerk

    # --8<-- [end:grant]
