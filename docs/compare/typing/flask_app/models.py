"""A product, and the session to find it with."""

import os
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
engine = create_engine(f"sqlite:///{DATA / 'shop.sqlite3'}")
Session = sessionmaker(engine)


# --8<-- [start:model]
class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    price: Mapped[int]
    weight: Mapped[int | None]  # in grams


# --8<-- [end:model]
