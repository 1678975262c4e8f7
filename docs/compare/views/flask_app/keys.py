"""A decorator that lets in only who sends the key."""

# --8<-- [start:decorator]
from functools import wraps
from hmac import compare_digest

from flask import abort, current_app, request


def key_required(view):
    @wraps(view)  # without it, two decorated views have the same name
    def checked(*args, **kwargs):
        given, key = request.headers.get("X-Key", ""), current_app.config["API_KEY"]
        if not compare_digest(given.encode(), key.encode()):  # takes as long for any guess
            abort(403)
        return view(*args, **kwargs)

    return checked


# --8<-- [end:decorator]
