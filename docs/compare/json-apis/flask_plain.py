"""One endpoint with Flask alone: what APIFlask otherwise does is written by hand."""

from datetime import UTC, datetime

# --8<-- [start:plain]
from flask import Flask, request
from werkzeug.exceptions import HTTPException

app = Flask(__name__)


@app.errorhandler(HTTPException)
def as_json(error):
    return {"message": error.description}, error.code


@app.post("/lines")
def create_line():
    line = request.get_json()
    quantity = line.get("quantity") if isinstance(line, dict) else None
    if type(quantity) is not int or quantity < 1:  # True is an instance of int
        return {"errors": {"quantity": "must be a whole number above 0"}}, 422
    return {"quantity": quantity}, 201


# --8<-- [end:plain]
PLACED = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


# --8<-- [start:date]
@app.get("/dates")
def dates():
    return {"careless": PLACED, "meant": PLACED.isoformat()}


# --8<-- [end:date]
