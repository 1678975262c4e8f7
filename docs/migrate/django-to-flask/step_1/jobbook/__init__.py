"""The job book on Flask."""

import os

from flask import Flask

HEADERS = {  # what Django's middleware sends
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app():
    app = Flask(__name__)
    app.secret_key = os.environ.get("SECRET_KEY", "for this guide only")

    @app.after_request
    def headers(response):
        response.headers.update(HEADERS)
        response.headers["X-Served-By"] = "flask"  # to see in the log which of the two answered
        return response

    @app.get("/health/")
    def health():
        return {"status": "ok"}

    return app
