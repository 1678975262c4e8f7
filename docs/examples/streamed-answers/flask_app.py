"""Answers that a model writes, sent on word by word, on Flask."""

# --8<-- [start:app]
import os

import httpx
from flask import Flask, Response, abort, request

MODEL = os.environ.get("MODEL", "http://127.0.0.1:9000")
PATIENCE = httpx.Timeout(5, read=60, pool=None)  # it may think for long before the first word
http = httpx.Client(limits=httpx.Limits(max_connections=None))
app = Flask(__name__)


def events(question):
    asked = {"question": question}
    try:
        with http.stream("POST", MODEL, json=asked, timeout=PATIENCE) as answer:
            answer.raise_for_status()
            for word in answer.iter_lines():  # each line is a word as JSON
                yield f"data: {word}\n\n"
        yield "event: done\ndata: {}\n\n"
    except httpx.HTTPError:  # too late for a status: the answer has begun
        yield "event: failed\ndata: {}\n\n"


@app.post("/answer")
def answer():
    try:
        question = request.get_json()["question"].strip()  # 415 for what another site could send
    except (LookupError, TypeError, AttributeError):
        abort(400)
    if not 0 < len(question) <= 2000:
        abort(400)
    return Response(events(question), mimetype="text/event-stream")


# --8<-- [end:app]
