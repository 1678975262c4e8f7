"""Pages that show prices, and one that changes them."""

from flask import Blueprint, render_template, request
from flask_caching import Cache, make_template_fragment_key

from . import prices

cache = Cache()
shop = Blueprint("shop", __name__)


# --8<-- [start:page]
@shop.get("/prices/")
@cache.cached(timeout=60, query_string=True)  # without it, the key is the path alone
def listed():
    most = request.args.get("max", 10**6, type=int)
    return {name: cents for name, cents in prices.read().items() if cents <= most}


def visitor():
    return f"hello/{request.cookies.get('name')}"


@shop.get("/hello/")
@cache.cached(timeout=60, make_cache_key=visitor)
def hello():
    return f"Hello {request.cookies.get('name')}, we have {len(prices.read())} products"


# --8<-- [end:page]
@shop.get("/shelf/")
def shelf():
    return render_template("shelf.html", prices=prices)


# --8<-- [start:value]
@cache.memoize(timeout=60)
def gross(name):
    return prices.read()[name] * 119 // 100


@shop.get("/prices/<name>/")
def price(name):
    return {"gross": gross(name)}


# --8<-- [end:value]
# --8<-- [start:invalidate]
def change(name, cents):
    prices.write(name, cents)
    cache.delete_memoized(gross, name)
    cache.delete(make_template_fragment_key("shelf"))
    cache.delete_cached(listed, path="/prices/", query_args={})  # not `?max=`: that one waits


# --8<-- [end:invalidate]
@shop.post("/prices/<name>/")
def changed(name):
    change(name, request.json["cents"])
    return "", 204
