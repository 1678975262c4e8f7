"""The same pages without a warning."""

# --8<-- [start:after]
from importlib.metadata import version

from flask import Blueprint

from .models import Product, db

pages = Blueprint("after", __name__)


@pages.get("/<int:key>/")
def detail(key):
    product = db.get_or_404(Product, key)
    return {"name": product.name, "version": version("flask")}


# --8<-- [end:after]
