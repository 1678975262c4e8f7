"""What Flask does with the session of Django, where Django would do it."""

import hashlib
import re
from unittest.mock import Mock, patch

import front
from common import PASSWORDS, ben, says
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.middleware.csrf import CSRF_SESSION_KEY
from flask import request_started
from werkzeug.test import Client

HOST = {"host": "localhost"}
visitor = Client(front.legacy)


def token(page):
    return re.search('token" value="(.*?)"', page.text)[1]


def cookie(response):
    """The attributes of the session's cookie but for its date."""
    _, *attributes = response.headers["set-cookie"].split("; ")
    return sorted(one for one in attributes if not one.lower().startswith("expires"))


def connections_used(path):
    """Whether a request asks the database on a connection that is past its age."""
    connection.ensure_connection()
    old, used = connection.connection, []
    connection.close_at = 0

    def note(execute, *query):
        used.append(connection.connection is old)
        return execute(*query)

    with connection.execute_wrapper(note):
        visitor.get(path, headers=HOST)
    return any(used)


def known():
    """The key of the visitor's session, and the secret of its forms."""
    key = visitor.get_cookie("sessionid").value
    return key, SessionStore(key)[CSRF_SESSION_KEY]


page = visitor.get("/login", headers=HOST)
by_flask, strange = cookie(page), known()
fields = {"email": "nobody@example.com", "password": "x", "csrfmiddlewaretoken": token(page)}
with patch.object(hashlib, "scrypt", Mock(side_effect=hashlib.scrypt)) as hashing:
    visitor.post("/login", data=fields, headers=HOST)
says("hashes that an unknown email costs", hashing.call_count)
visitor.post(
    "/login", data=fields | {"email": ben.email, "password": PASSWORDS["ben"]}, headers=HOST
)
page = visitor.get("/", headers=HOST)
says("after a log-in: the key is new", known()[0] != strange[0])
says("after a log-in: the secret of the forms is new", known()[1] != strange[1])
by_django = cookie(Client(front.site).get("/login", headers=HOST))
says("Django sets the same cookie", by_django == by_flask)
says("which is sent over HTTPS only", "Secure" in by_flask)
says("a connection past its age is used", connections_used("/"))
fields = {"language": "de", "csrfmiddlewaretoken": token(page)}
with request_started.connected_to(lambda app: Session.objects.all().delete(), front.legacy):
    ended = visitor.post("/language", data=fields, headers=HOST)
says("logged out meanwhile, elsewhere: the answer", ended.status_code)
says("logged out meanwhile, elsewhere: sessions", Session.objects.count())
