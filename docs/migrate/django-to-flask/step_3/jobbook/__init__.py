"""The job book on Flask."""

import os
from pathlib import Path

from flask import Flask

from . import models
from .api import api
from .auth import load_user
from .provider import DjangoJSON
from .sessions import DjangoSessions

ROOT = Path(__file__).resolve().parent.parent
HEADERS = {  # what Django's middleware sends
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app():
    app = Flask(__name__)
    app.secret_key = os.environ.get("SECRET_KEY", "for this guide only")
    app.config["SESSION_COOKIE_SECURE"] = os.environ.get("SECURE_COOKIES") == "1"
    app.config["DATA"] = Path(os.environ.get("APP_DATA", ROOT))
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{app.config['DATA']}/jobs.sqlite3"
    app.json = DjangoJSON(app)
    app.session_interface = DjangoSessions()
    models.init_app(app)
    app.before_request(load_user)
    app.register_blueprint(api)

    @app.after_request
    def headers(response):
        response.headers.update(HEADERS)
        response.headers["X-Served-By"] = "flask"  # to see in the log which of the two answered
        return response

    @app.get("/health/")
    def health():
        return {"status": "ok"}

    return app
