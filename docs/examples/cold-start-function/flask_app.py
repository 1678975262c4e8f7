"""Answers to charging columns, as a function that starts when a card is held to one."""

from apig_wsgi import make_lambda_handler
from export import is_column, may_charge, read
from flask import Flask, abort, request

# --8<-- [start:app]
app = Flask(__name__)


@app.before_request
def columns_only():
    if not is_column(request.headers.get("X-Column-Key", "")):
        abort(403)


@app.get("/cards/<card>")
def card(card):
    return {"may_charge": may_charge(card)}


@app.get("/price")
def price():
    return read()["price"]


handler = make_lambda_handler(app)  # what the platform calls
# --8<-- [end:app]
