"""Write down in which order things run."""

from flask import g


def outer_in():
    g.trace = ["outer in"]


def inner_in():
    g.trace.append("inner in")


def inner_out(response):
    g.trace.append("inner out")
    return response


def outer_out(response):
    g.trace.append("outer out")
    response.headers["X-Trace"] = ", ".join(g.trace)
    return response
