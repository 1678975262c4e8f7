"""Who is logged in, by Django's session."""

import hmac

from flask import g, session

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
