"""The page that takes an order."""

from flask import Blueprint, request

from .mail import confirm

bp = Blueprint("orders", __name__)


@bp.post("/orders/")
def create():
    name, item = request.form["name"], request.form["item"]
    confirm(request.form["email"], name, f"item,for\n{item},{name}\n")
    return "Thank you", 201
