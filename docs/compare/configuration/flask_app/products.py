"""The page that uses the configuration."""

# --8<-- [start:use]
from flask import Blueprint, current_app

bp = Blueprint("products", __name__)


@bp.get("/products/")
def index():
    size = current_app.config["PAGE_SIZE"]
    return {"products": list(range(size)), "prices": current_app.config["SHOW_PRICES"]}


# --8<-- [end:use]
