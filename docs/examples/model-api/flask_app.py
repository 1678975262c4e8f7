"""How likely a meter reading is mistyped, asked by two programs of the house."""

from flask import Flask, request
from model import Batch, faults, load
from pydantic import ValidationError

# --8<-- [start:app]
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 100_000
app.config["TRUSTED_HOSTS"] = ["127.0.0.1", "localhost"]
model = load()  # before the first request; a bad file stops the start


@app.post("/scores")
def scores():
    batch = Batch.validate_json(request.get_data())
    return {"model": model.version, "scores": [model.score(reading) for reading in batch]}


@app.errorhandler(ValidationError)
def refuse(error):
    return {"errors": faults(error)}, 422


@app.get("/health")
def health():
    return {"model": model.version}


# --8<-- [end:app]
