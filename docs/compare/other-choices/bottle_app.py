"""The river on Bottle: one file that needs one file."""

# --8<-- [start:app]
import json

import river
from bottle import Bottle, HTTPResponse, request, response, template

app = Bottle()
PAGE = "<!doctype html><title>River</title><h1>{{level}} m</h1>"


def refuse(view):
    def checked(**parts):
        try:
            return view(**parts)
        except river.Refused as error:
            return HTTPResponse({"error": str(error)}, 400)

    return checked


app.install(refuse)  # a plugin is a decorator for every view


@app.get("/levels")
def read():
    last = river.how_many(request.query.get("last", "24"))
    response.content_type = "application/json"
    return json.dumps(list(river.levels)[-last:])  # Bottle makes JSON of a dict only


@app.post("/levels")
def report():  # in real life, check first who reports
    level = river.metres(request.body.read())
    river.levels.append(level)
    response.status = 201
    return {"metres": level}


@app.get("/")
def page():
    return template(PAGE, level=river.levels[-1])


# --8<-- [end:app]
