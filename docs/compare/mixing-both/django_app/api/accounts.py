"""Django's accounts in Flask."""

# --8<-- [start:accounts]
from importlib import import_module
from types import SimpleNamespace

from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from flask import abort, g, request


def load_user():
    """Who is logged in, by Django's cookie and Django's table of sessions."""
    engine = import_module(settings.SESSION_ENGINE)
    session = engine.SessionStore(request.cookies.get(settings.SESSION_COOKIE_NAME))
    g.user = get_user(SimpleNamespace(session=session))
    if not g.user.is_authenticated:
        abort(401)


# --8<-- [end:accounts]
# --8<-- [start:connections]
def init_app(app):
    app.before_request(close_old_connections)  # what Django does around its own requests
    app.before_request(load_user)
    app.teardown_request(lambda error: close_old_connections())


# --8<-- [end:connections]
