"""Prices that the front end of another origin may read."""

# --8<-- [start:cors]
from flask import Blueprint
from flask_cors import CORS

api = Blueprint("api", __name__, url_prefix="/api")
CORS(api, origins=["https://front.example"])


@api.get("/prices")
def prices():
    return {"tea": 7}


# --8<-- [end:cors]
