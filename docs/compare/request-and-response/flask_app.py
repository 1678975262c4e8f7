"""What comes in and what goes out, with Flask."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count

from flask import (
    Flask,
    copy_current_request_context,
    redirect,
    request,
    stream_with_context,
    url_for,
)

app = Flask(__name__)


# --8<-- [start:query]
@app.get("/search/")
def search():
    words = request.args["q"]  # missing: 400
    page = request.args.get("page", 1, type=int)  # not a number: 1
    return {"words": words, "page": page, "tags": request.args.getlist("tag")}


# --8<-- [end:query]
# --8<-- [start:json]
@app.post("/notes/")
def create():
    return {"received": request.json}, 201  # not JSON: 400 or 415


# --8<-- [end:json]
# --8<-- [start:form]
@app.route("/profile/", methods=["POST", "PUT"])
def profile():
    return {"fields": request.form.to_dict()}


# --8<-- [end:form]
# --8<-- [start:cookie]
@app.get("/theme/")
def show_theme():
    return {"theme": request.cookies.get("theme", "light")}


@app.post("/theme/")
def set_theme():
    theme = request.form.get("theme", "light")
    response = redirect(url_for("show_theme"))
    response.set_cookie("theme", theme, max_age=3600, samesite="Lax")
    response.headers["X-Asked-By"] = request.headers.get("User-Agent", "nobody")
    return response


# --8<-- [end:cookie]
# --8<-- [start:helper]
def describe(action):
    return f"{action} for {request.args.get('name', 'nobody')}"


@app.get("/report/")
def report():
    with ThreadPoolExecutor() as pool:
        kept = pool.submit(copy_current_request_context(describe), "report")
    return {"here": describe("page"), "thread": kept.result()}


# --8<-- [end:helper]
# --8<-- [start:thread]
@app.get("/report-lost/")
def report_lost():
    with ThreadPoolExecutor() as pool:
        lost = pool.submit(describe, "report")  # this thread has no request
    return {"thread": lost.result()}


# --8<-- [end:thread]
# --8<-- [start:stream]
@app.get("/numbers/")
def numbers():
    @stream_with_context
    def lines():
        for number in count(1):  # without end: only a stream can send it
            yield f"{number} for {request.args.get('name', 'nobody')}\n"

    return lines(), {"Content-Type": "text/plain"}


# --8<-- [end:stream]
@app.get("/numbers-lost/")
def numbers_lost():
    # --8<-- [start:lost]
    def lines():
        yield "for\n"
        yield request.args["name"]  # the view has returned, the request is gone

    # --8<-- [end:lost]
    return lines(), {"Content-Type": "text/plain"}
