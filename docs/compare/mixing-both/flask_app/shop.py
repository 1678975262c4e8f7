"""The Flask pages of the shop."""

from flask import g, request, url_for
from flask_wtf.csrf import CSRFProtect, generate_csrf
from office import accounts

from .models import Product, db


def init_app(app):
    accounts.init_app(app)
    CSRFProtect(app)

    @app.get("/products/")
    def products():
        names = list(db.session.scalars(db.select(Product.name)))
        here = url_for("products")
        return {"user": g.user.username, "products": names, "here": here, "token": generate_csrf()}

    @app.post("/products/")
    def create():
        db.session.add(Product(name=request.get_json()["name"]))
        db.session.commit()
        return {}, 201
