"""Tokens for programs: shown once, stored as a digest, ended by deleting a row."""

# --8<-- [start:api]
import hashlib
import secrets
from functools import wraps

from flask import Blueprint, g, request
from flask_login import current_user, login_required

from .models import ApiToken, db

bp = Blueprint("api", __name__)


def digest_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def token_required(view):
    @wraps(view)
    def checked(*args, **kwargs):
        given = request.authorization
        known = given and given.type == "bearer" and given.token
        found = known and db.session.get(ApiToken, digest_of(given.token))
        if not found:
            return {"error": "invalid token"}, 401, {"WWW-Authenticate": "Bearer"}
        g.user = found.user
        return view(*args, **kwargs)

    return checked


@bp.get("/api/me/")
@token_required
def me():
    return {"email": g.user.email}


# --8<-- [end:api]
# --8<-- [start:issue]
@bp.post("/tokens/")
@login_required
def issue():
    token = secrets.token_urlsafe(32)
    db.session.add(ApiToken(digest=digest_of(token), user_id=current_user.id))
    db.session.commit()
    return token  # the only time that anybody sees it


@bp.post("/tokens/revoke/")
@login_required
def revoke():
    db.session.execute(db.delete(ApiToken).filter_by(user_id=current_user.id))
    db.session.commit()
    return "", 204


# --8<-- [end:issue]
