"""Answers that do not come at once."""

import json
import os
from queue import Empty, Queue

import httpx
from flask import Blueprint, Response, request, stream_with_context

MODEL = os.environ.get("MODEL", "http://127.0.0.1:9000")
PING_SECONDS = float(os.environ.get("PING_SECONDS", 15))

streams = Blueprint("streams", __name__)
# --8<-- [start:events]
listeners = set()


@streams.get("/events")
def events():
    def stream():
        inbox = Queue()
        listeners.add(inbox)
        try:
            yield 'data: "hello"\n\n'
            while True:
                try:
                    yield f"data: {json.dumps(inbox.get(timeout=PING_SECONDS))}\n\n"
                except Empty:
                    yield ": ping\n\n"  # fails when the listener has gone, and ends the loop
        finally:
            listeners.remove(inbox)

    return Response(stream(), mimetype="text/event-stream")


@streams.post("/news")
def news():
    for inbox in list(listeners):  # another thread may add to it now
        inbox.put(request.form["text"])
    return {"listeners": len(listeners)}


# --8<-- [end:events]
# --8<-- [start:answer]
@streams.get("/answer")
def answer():
    @stream_with_context
    def words():
        with httpx.stream("GET", MODEL, params={"q": request.args["q"]}) as upstream:
            yield from upstream.iter_text()

    return Response(words(), mimetype="text/plain")


# --8<-- [end:answer]
# --8<-- [start:mistake]
@streams.get("/answer/careless")
def answer_careless():
    def words():  # runs when the request is over, so there is no request to ask
        yield request.args["q"]

    return Response(words(), mimetype="text/plain")


# --8<-- [end:mistake]
