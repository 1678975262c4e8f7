"""The job book on Flask."""

import os
from pathlib import Path

from flask import Flask, redirect, url_for
from flask_migrate import Migrate

from . import csrf, language, models, schema
from .accounts import accounts
from .api import api
from .auth import load_user
from .commands import commands
from .jobs import jobs, photos, recent_jobs
from .parts import parts
from .provider import DjangoJSON
from .sessions import DjangoSessions
from .tools import tools

ROOT = Path(__file__).resolve().parent.parent
HEADERS = {  # what Django's middleware sends
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app(config=None):
    app = Flask(__name__, static_folder=ROOT / "static", static_url_path="/static")
    app.secret_key = os.environ.get("SECRET_KEY", "for this guide only")
    app.config["SESSION_COOKIE_SECURE"] = os.environ.get("SECURE_COOKIES") == "1"
    app.config["DATA"] = Path(os.environ.get("APP_DATA", ROOT))
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{app.config['DATA']}/jobs.sqlite3"
    app.config.from_mapping(config)
    app.json = DjangoJSON(app)
    app.session_interface = DjangoSessions()
    models.init_app(app)
    Migrate(app, models.db, directory=ROOT / "migrations", include_object=schema.ours)
    app.before_request(load_user)
    csrf.init_app(app)
    language.init_app(app)
    app.jinja_env.keep_trailing_newline = True  # as in Django: letters end with one
    app.jinja_env.globals["recent_jobs"] = recent_jobs
    for group in (accounts, api, commands, jobs, parts, photos, tools):
        app.register_blueprint(group)

    @app.after_request
    def headers(response):
        response.headers.update(HEADERS)
        response.headers["X-Served-By"] = "flask"  # to see in the log which of the two answered
        return response

    @app.get("/")
    def start():
        return redirect(url_for("jobs.index"))

    @app.get("/health/")
    def health():
        return {"status": "ok"}

    return app
