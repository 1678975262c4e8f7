"""The views of the shop, of which some fail."""

from flask import Blueprint, abort, current_app

bp = Blueprint("shop", __name__)


@bp.get("/orders/<int:number>/")
@bp.get("/api/orders/<int:number>/")
def order(number):
    current_app.logger.info("looking for order %s", number)
    if number > 1:
        abort(404)
    return f"Order {number}"


@bp.get("/crash/")
@bp.get("/api/crash/")
def crash():
    card = "4111-1111"
    return f"{card} {1 / 0}"


# --8<-- [start:mistake]
old_api = Blueprint("old_api", __name__, url_prefix="/old-api")


@old_api.errorhandler(404)
def not_found(error):
    return {"error": error.name}, error.code


@old_api.get("/orders/<int:number>/")
def old_order(number):
    abort(404)


# --8<-- [end:mistake]
