"""Django's sessions for Flask: the same cookie, the same table, the same format."""

import datetime as dt
import json
import secrets

import sqlalchemy as sa
from flask import request
from flask.sessions import SessionInterface, SessionMixin

from . import signing
from .models import Session, db, utcnow

COOKIE = "sessionid"
AGE = dt.timedelta(days=14)


# --8<-- [start:sessions]
class DjangoSession(dict, SessionMixin):
    def __init__(self, key, data):
        super().__init__(data)
        self.key, self.before = key, json.dumps(data)

    @property
    def modified(self):
        return json.dumps(self) != self.before

    def renew(self):
        """A new name for the same content: at each log-in."""
        if self.key:
            with db.engine.begin() as connection:
                connection.execute(sa.delete(Session).where(Session.session_key == self.key))
        self.key, self.before = None, "{}"


class DjangoSessions(SessionInterface):
    def open_session(self, app, request):
        key = request.cookies.get(COOKIE)
        query = sa.select(Session.session_data)
        query = query.where(Session.session_key == key, Session.expire_date > utcnow())
        with db.engine.connect() as connection:
            stored = key and connection.scalar(query)
        return DjangoSession(key, signing.loads(stored)) if stored else DjangoSession(None, {})

    def save_session(self, app, session, response):
        response.vary.add("Cookie")
        if not session and session.key is None and COOKIE in request.cookies:
            response.delete_cookie(COOKIE, samesite="Lax")  # logged out, here or elsewhere
        if not session.modified:
            return
        values = {"session_data": signing.dumps(session), "expire_date": utcnow() + AGE}
        if session.key:
            # An update only: a session that was logged out meanwhile must not come back.
            query = sa.update(Session).where(Session.session_key == session.key).values(values)
        else:
            session.key = secrets.token_hex(16)
            query = sa.insert(Session).values(session_key=session.key, **values)
        with db.engine.begin() as connection:
            connection.execute(query)
        secure = self.get_cookie_secure(app)
        response.set_cookie(
            COOKIE, session.key, max_age=AGE, httponly=True, samesite="Lax", secure=secure
        )


# --8<-- [end:sessions]
