"""Code around the views: timing, maintenance, order, signals."""

import os

# --8<-- [start:order]
from flask import Flask, got_request_exception

from . import failures, maintenance, timing, trace, views


def create_app():
    app = Flask(__name__)
    app.before_request(timing.start)
    app.before_request(trace.outer_in)
    app.before_request(maintenance.check)
    app.before_request(trace.inner_in)
    app.after_request(timing.stop)  # the last to run
    app.after_request(trace.outer_out)
    app.after_request(trace.inner_out)
    # --8<-- [end:order]
    app.config["DATA"] = os.environ.get("APP_DATA", app.root_path)
    app.register_blueprint(views.bp)
    app.register_blueprint(views.reports)
    # --8<-- [start:connect]
    got_request_exception.connect(failures.count_failure, app)
    # --8<-- [end:connect]
    return app


app = create_app()
