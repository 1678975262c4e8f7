"""Who is logged in, by Django's session."""

import hmac
from functools import wraps
from urllib.parse import quote

from flask import abort, g, redirect, request, session, url_for

from .models import User, db
from .signing import session_auth_hash


# --8<-- [start:load]
def load_user():
    """As Django does: an active account whose password is still that of the log-in."""
    id = session.get("_auth_user_id")
    user = db.session.get(User, int(id)) if id else None
    known = session.get("_auth_user_hash", "")
    valid = user and user.is_active and hmac.compare_digest(known, session_auth_hash(user))
    g.user = user if valid else None


# --8<-- [end:load]
def login_required(view):
    @wraps(view)
    def wrapped(**kwargs):
        if g.user is None:
            here = quote(request.full_path.removesuffix("?"))
            return redirect(url_for("accounts.login") + f"?next={here}")
        return view(**kwargs)

    return wrapped


def staff_required(view):
    @login_required
    @wraps(view)
    def wrapped(**kwargs):
        if not g.user.is_staff:
            abort(403)
        return view(**kwargs)

    return wrapped
