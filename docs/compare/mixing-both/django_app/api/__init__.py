"""The Flask part: an API on Django's models and accounts."""

# --8<-- [start:flask]
from django.conf import settings
from flask import Flask, g, request, url_for
from flask_wtf.csrf import CSRFProtect, generate_csrf
from shop.models import Product

from . import accounts


def create_app():
    app = Flask(__name__)
    app.secret_key = settings.SECRET_KEY
    accounts.init_app(app)
    CSRFProtect(app)  # Django's middleware does not run here

    @app.get("/products/")
    def products():
        names = list(Product.objects.values_list("name", flat=True))
        here = url_for("products")
        return {"user": g.user.username, "products": names, "here": here, "token": generate_csrf()}

    @app.post("/products/")
    def create():
        Product.objects.create(name=request.get_json()["name"])
        return {}, 201

    return app


# --8<-- [end:flask]
