"""Django's session and Django's CSRF check, in Flask."""

import os
from types import SimpleNamespace

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()  # for the commands; below front.py it is done already

from club.models import Member  # noqa: E402
from club.takeover import OLD_COOKIE, keys_of, take_over  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user  # noqa: E402
from django.contrib.sessions.backends.base import UpdateError  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.handlers.wsgi import WSGIRequest  # noqa: E402
from django.db import close_old_connections  # noqa: E402
from django.middleware.csrf import CSRF_SESSION_KEY, CsrfViewMiddleware, get_token  # noqa: E402
from flask import abort, request, session  # noqa: E402
from flask.sessions import SessionInterface, SessionMixin  # noqa: E402
from flask_login import user_logged_in, user_logged_out  # noqa: E402
from markupsafe import Markup  # noqa: E402
from werkzeug.datastructures import CallbackDict  # noqa: E402

guard = CsrfViewMiddleware(lambda request: None)
COOKIE = {
    "domain": settings.SESSION_COOKIE_DOMAIN,
    "path": settings.SESSION_COOKIE_PATH,
    "secure": settings.SESSION_COOKIE_SECURE,
    "httponly": settings.SESSION_COOKIE_HTTPONLY,
    "samesite": settings.SESSION_COOKIE_SAMESITE,
}


class SharedSession(CallbackDict, SessionMixin):
    def __init__(self, store):
        def changed(self):
            self.modified = True

        super().__init__(dict(store.items()), changed)
        self.store, self.modified = store, store.modified


class SharedSessions(SessionInterface):
    def open_session(self, app, request):
        close_old_connections()  # what Django does around its own requests
        store = SessionStore(request.cookies.get(settings.SESSION_COOKIE_NAME))
        take_over(store, request.cookies)
        get_user(SimpleNamespace(session=store))  # empties it when the password has changed since
        return SharedSession(store)

    def save_session(self, app, session, response):
        response.vary.add("Cookie")
        if OLD_COOKIE in request.cookies:
            response.delete_cookie(OLD_COOKIE)
        if not session.modified:
            return
        store, name = session.store, settings.SESSION_COOKIE_NAME
        if not session:
            store.flush()
            response.delete_cookie(name, **COOKIE)
            return
        store.clear()
        store.update(session)
        try:
            store.save()
        except UpdateError:  # logged out meanwhile, in another window: that counts
            return
        age = settings.SESSION_COOKIE_AGE
        response.set_cookie(name, store.session_key, max_age=age, **COOKIE)


def log_in(sender, user, **_):
    """What Django does at a log-in: a new key, and a new secret for the forms."""
    session.pop(CSRF_SESSION_KEY, None)
    tell_django(user)


def tell_django(user):
    """Write who is logged in as Django does, below a new key."""
    session.store.cycle_key()
    session.update(keys_of(Member.objects.get(pk=user.id)))


def log_out(sender, user, **_):
    """Forget all but the language, as before."""
    language = session.get("language")
    session.store.cycle_key()
    session.clear()
    if language:
        session["language"] = language


def twin():
    """This request, as Django's check sees it."""
    asked = WSGIRequest(request.environ)
    asked.session, asked.POST = session, request.form
    guard.process_request(asked)
    return asked


def check_csrf():
    if request.blueprint != "api" and guard.process_view(twin(), None, (), {}):
        abort(403)


def csrf_input():
    """The field that a form needs, whichever part it is sent to."""
    asked = twin()
    token = get_token(asked)
    if session.get(CSRF_SESSION_KEY) != asked.META["CSRF_COOKIE"]:
        session[CSRF_SESSION_KEY] = asked.META["CSRF_COOKIE"]
    return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(token)


def init_app(app):
    app.session_interface = SharedSessions()
    app.teardown_request(lambda error: close_old_connections())
    if app.config.get("WTF_CSRF_ENABLED", True):
        app.before_request(check_csrf)
    app.config["WTF_CSRF_ENABLED"] = False
    app.context_processor(lambda: {"csrf_input": csrf_input()})
    user_logged_in.connect(log_in, app)
    user_logged_out.connect(log_out, app)
