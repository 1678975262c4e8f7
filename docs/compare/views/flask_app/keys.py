"""A decorator that lets in only who sends the key."""

# --8<-- [start:decorator]
from functools import wraps

from flask import abort, current_app, request


def key_required(view):
    @wraps(view)  # without it, two decorated views have the same name
    def checked(*args, **kwargs):
        if request.headers.get("X-Key") != current_app.config["API_KEY"]:
            abort(403)
        return view(*args, **kwargs)

    return checked


# --8<-- [end:decorator]
