"""What the shop sells."""

from datetime import UTC, datetime

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:product]
class Product(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    stock: Mapped[int]
    published: Mapped[bool] = mapped_column(default=False)
    added: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))


# --8<-- [end:product]
