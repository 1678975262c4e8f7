"""A basket in Flask's session: a signed cookie."""

# --8<-- [start:config]
from datetime import timedelta

from flask import Flask

from . import basket


def create_app():
    app = Flask(__name__)
    app.config.from_mapping(
        SECRET_KEY="for this example only",
        SESSION_COOKIE_SAMESITE="Lax",  # Flask leaves it unset
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
    )
    app.register_blueprint(basket.bp)
    return app


# --8<-- [end:config]
app = create_app()
