"""The views."""

from flask import Blueprint

from .failures import failures

bp = Blueprint("shop", __name__)


@bp.get("/")
def home():
    return "Hello"


@bp.get("/crash/")
def crash():
    raise RuntimeError("as asked")


@bp.get("/failures/")
def show_failures():
    return {"failures": len(failures)}


# --8<-- [start:area]
reports = Blueprint("reports", __name__, url_prefix="/reports")


@reports.after_request
def no_store(response):
    response.cache_control.no_store = True
    return response


@reports.get("/")
def report():
    return "Sales"


# --8<-- [end:area]
