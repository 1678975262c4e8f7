"""Order products and correct their stock, while others do the same."""

from flask import Blueprint, request
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from .models import Line, Product, db

shop = Blueprint("shop", __name__)


def shown(product):
    return {"id": product.id, "stock": product.stock, "version": product.version}


@shop.post("/products/")
def create():
    product = Product(stock=request.json["stock"])
    db.session.add(product)
    db.session.commit()
    return shown(product), 201


@shop.get("/products/<int:key>/")
def detail(key):
    return shown(db.get_or_404(Product, key))


# --8<-- [start:order]
@shop.post("/orders/")
def order():
    # In the order of their keys: two orders can then not wait for each other.
    for line in sorted(request.json, key=lambda line: line["product"]):
        product = db.session.get(Product, line["product"], with_for_update=True)
        if product.stock < line["quantity"]:
            return {"error": "out of stock"}, 409  # nothing was committed
        product.stock -= line["quantity"]
        db.session.add(Line(product_id=product.id, quantity=line["quantity"]))
    db.session.commit()
    return {"lines": len(request.json)}, 201


# --8<-- [end:order]
# --8<-- [start:edit]
@shop.put("/products/<int:key>/")
def edit(key):
    product = db.get_or_404(Product, key)
    set_committed_value(product, "version", request.json["version"])  # the one they saw
    product.stock = request.json["stock"]
    db.session.commit()  # UPDATE … WHERE id = … AND version = …
    return shown(product)


@shop.errorhandler(StaleDataError)
def stale(error):
    return {"error": "somebody else changed it"}, 409


# --8<-- [end:edit]
