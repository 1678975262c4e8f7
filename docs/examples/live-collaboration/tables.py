"""The tables that the office and the live part share."""

import os
from pathlib import Path

from sqlalchemy import create_engine, select, update
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
engine = create_engine(f"sqlite:///{DATA / 'office.sqlite3'}")
Session = sessionmaker(engine)


class Base(DeclarativeBase):
    """All tables."""


# --8<-- [start:tables]
class Account(Base):
    __tablename__ = "account"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]  # its hash
    active: Mapped[bool] = mapped_column(default=True)
    office: Mapped[bool] = mapped_column(default=False)  # may keep the orders, and lock them


class Sheet(Base):
    __tablename__ = "sheet"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    locked: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)


def name_of(account):
    with Session() as db:
        return db.scalar(select(Account.name).filter_by(id=account, active=True))


def read(pk):
    with Session() as db:
        row = db.execute(
            select(Sheet.title, Sheet.locked, Sheet.text, Sheet.version).filter_by(id=pk)
        ).first()
        return row and dict(row._mapping)


def write(pk, base, text):
    """Write, if nobody else has since `base` and the office has not locked it."""
    writable = update(Sheet).filter_by(id=pk, version=base, locked=False)
    with Session.begin() as db:
        return db.execute(writable.values(text=text, version=Sheet.version + 1)).rowcount


# --8<-- [end:tables]
