"""The app of the quickstart with its gaps closed."""

import os

from flask import Flask, redirect, request
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from .api import api
from .pages import limiter, pages

# --8<-- [start:headers]
HEADERS = {
    "Content-Security-Policy": "default-src 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def protect(response):
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=3600"
    return response


def insist_on_https():
    if not request.is_secure:
        return redirect(request.url.replace("http:", "https:", 1), 301)
    return None


# --8<-- [end:headers]
# --8<-- [start:app]
def create_app():
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=os.environ["SECRET_KEY"],  # no start without one
        TRUSTED_HOSTS=["shop.example", "127.0.0.1"],
        SESSION_COOKIE_SECURE=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # Counts in memory are counts of one process: in production, name a Redis here.
        RATELIMIT_STORAGE_URI=os.environ.get("RATELIMIT_STORAGE_URI", "memory://"),
    )
    CSRFProtect(app)
    limiter.init_app(app)
    app.before_request(insist_on_https)
    app.after_request(protect)
    app.register_blueprint(pages)
    app.register_blueprint(api)
    return app


# --8<-- [end:app]
# --8<-- [start:proxy]
app = create_app()
# One proxy stands in front: believe what it says of the client and of HTTPS.
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
# --8<-- [end:proxy]
