"""The benchmark in Flask: bare, then with the extensions that do what Django brings."""

import os

from flask import Flask, Response
from shared import DATABASE, POSTGRES, grown

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app():
    """The app, grown as far as STEP says."""
    app = Flask(__name__, template_folder="../templates")
    app.jinja_env.keep_trailing_newline = True
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "only-for-measuring")
    app.register_error_handler(404, not_here)
    # --8<-- [start:steps]
    if grown("headers"):
        app.after_request(add_headers)
    if grown("sessions"):
        from flask_session import Session

        from flask_app.models import db

        app.config["SQLALCHEMY_DATABASE_URI"] = address()
        app.config.update(SESSION_TYPE="sqlalchemy", SESSION_SQLALCHEMY=db)
        app.config.update(SESSION_PERMANENT=False, SESSION_REFRESH_EACH_REQUEST=False)
        db.init_app(app)
        Session(app)
    if grown("csrf"):
        from flask_app.forms import csrf

        csrf.init_app(app)
    if grown("accounts"):
        from flask_app.models import accounts

        accounts.init_app(app)
    if grown("orm"):
        from flask_app.full import views
    else:
        from flask_app.bare import views
    # --8<-- [end:steps]
    app.register_blueprint(views)
    return app


def not_here(error):
    """The page for 404."""
    return Response("Not here", 404, mimetype="text/plain")


def add_headers(response):
    """Send the headers that two of Django's middlewares send."""
    response.headers.update(HEADERS)
    if grown("frame"):
        response.headers["X-Frame-Options"] = "DENY"
    return response


def address():
    """The database as SQLAlchemy writes it."""
    with_driver = DATABASE.replace("postgresql://", "postgresql+psycopg://")
    return with_driver if POSTGRES else f"sqlite:///{DATABASE}"


app = create_app()
