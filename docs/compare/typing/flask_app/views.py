"""Add a product, and look at it."""

# --8<-- [start:views]
from flask import Blueprint, abort, current_app, redirect, request, url_for
from werkzeug import Response

from .models import Product, Session

shop = Blueprint("shop", __name__)


def find(number: int) -> Product:
    with Session() as session:
        return session.get(Product, number) or abort(404)


@shop.get("/products/<int:number>/")
def product(number: int) -> str:
    found = find(number)
    weight = f"{found.weight / 1000} kg" if found.weight else "not weighed"
    return f"{current_app.config['SHOP_NAME']}: {found.name}, {found.price}, {weight}"


# --8<-- [end:views]
@shop.post("/products/")
def add() -> Response:
    form = request.form
    with Session.begin() as session:
        weight = int(form["weight"]) if "weight" in form else None
        new = Product(name=form["name"], price=int(form["price"]), weight=weight)
        session.add(new)
        session.flush()
        return redirect(url_for("shop.product", number=new.id))
