"""A shop whose requests leave log lines, traces and metrics, on Flask."""

import logging

import structlog
from flask import Flask, abort

from . import logs, metrics, traces

log = structlog.get_logger()


def order(number):
    if number > 100:
        abort(404)
    log.info("order shown", number=number)
    return f"Order {number}"


def failing():
    logging.getLogger("payments").warning("card refused")  # as a library would log
    raise RuntimeError("no stock")


# --8<-- [start:app]
def create_app():
    logs.configure()  # before the app exists: see "Every line twice"
    app = Flask(__name__)
    traces.start(app)  # first, so that the hooks below run inside the span
    app.before_request(logs.bind)
    app.before_request(metrics.start)
    app.after_request(metrics.count)
    app.add_url_rule("/metrics", view_func=metrics.metrics)
    # --8<-- [end:app]
    app.add_url_rule("/orders/<int:number>/", view_func=order)
    app.add_url_rule("/failing/", view_func=failing)
    return app


app = create_app()
