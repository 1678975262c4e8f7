"""Six mistakes. Each fails for the visitor; what does mypy say before?"""

from flask import Blueprint, current_app, url_for
from sqlalchemy import select

from .models import Product, Session
from .views import find

mistakes = Blueprint("mistakes", __name__, url_prefix="/mistakes")


# --8<-- [start:mistakes]
@mistakes.get("/misspelt-column/")
def misspelt_column() -> str:
    return str(select(Product).where(Product.prise > 1))


@mistakes.get("/misspelt-keyword/")
def misspelt_keyword() -> str:
    return str(Session().scalars(select(Product).filter_by(prise=1)))


@mistakes.get("/weight-that-may-be-none/")
def weight_that_may_be_none() -> str:
    return f"{find(1).weight / 1000} kg"


@mistakes.get("/misspelt-setting/")
def misspelt_setting() -> str:
    return str(current_app.config["SHOP_NAM"])


@mistakes.get("/misspelt-route/")
def misspelt_route() -> str:
    return url_for("shop.prodct", number=1)


@mistakes.get("/number-as-text/<int:number>/")
def number_as_text(number: str) -> str:
    return number.upper()


# --8<-- [end:mistakes]
