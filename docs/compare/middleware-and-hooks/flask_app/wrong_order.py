"""The mistake: a hook that answers stands before one that others rely on."""

import os

from flask import Flask

from . import maintenance, timing, views

app = Flask(__name__)
app.config["DATA"] = os.environ.get("APP_DATA", app.root_path)
app.register_blueprint(views.bp)
# --8<-- [start:mistake]
app.before_request(maintenance.check)  # answers with 503, so…
app.before_request(timing.start)  # …this never runs…
app.after_request(timing.stop)  # …and this does, and fails
# --8<-- [end:mistake]
