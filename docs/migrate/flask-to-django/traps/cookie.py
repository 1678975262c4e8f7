"""What Flask's signed cookie is worth, and to whom."""

from unittest.mock import patch

import front
from common import ben, browser, says
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import override_settings
from flask.sessions import SecureCookieSessionInterface
from werkzeug.test import Client

signer = SecureCookieSessionInterface().get_signing_serializer(front.legacy)
old = signer.dumps({"_user_id": str(ben.pk), "_fresh": True})


def account():
    visitor = browser()
    visitor.cookies["session"] = old
    return visitor.get("/account").status_code


def thief(path):
    """Who the thief is that made Ben's browser use a key of the thief's."""
    known = SessionStore()
    known.create()
    visitor = Client(front.app)
    visitor.set_cookie("session", old)
    visitor.set_cookie("sessionid", known.session_key)
    visitor.get(path, headers={"host": "localhost"})
    return "Ben" if SESSION_KEY in SessionStore(known.session_key) else "a stranger"


without = [one for one in settings.MIDDLEWARE if "OldCookie" not in one]
with override_settings(MIDDLEWARE=without):
    says("Django alone", account())
says("taken over", account())
for part, path in (("Django", "/account"), ("Flask", "/")):
    with patch.object(SessionStore, "cycle_key", lambda store: None):
        says(f"by {part}, the key kept: who knows the key is", thief(path))
    says(f"by {part}, a new key: who knows the old one is", thief(path))
