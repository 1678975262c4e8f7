"""Django's CSRF check for Flask: a form of either part may be sent to either."""

import hmac
import secrets
import string
from urllib.parse import urlsplit

from flask import abort, g, request
from markupsafe import Markup

COOKIE, FIELD, HEADER = "csrftoken", "csrfmiddlewaretoken", "X-CSRFToken"
CHARS = string.ascii_letters + string.digits
LENGTH = 32
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


# --8<-- [start:csrf]
def mix(text, mask, sign):
    pairs = zip(text, mask, strict=True)
    return "".join(CHARS[(CHARS.index(a) + sign * CHARS.index(b)) % len(CHARS)] for a, b in pairs)


def field():
    """The hidden field, masked anew on each page as Django does it."""
    mask = random_text()
    return Markup('<input type="hidden" name="{}" value="{}">').format(
        FIELD, mask + mix(secret(), mask, 1)
    )


def unmask(token):
    if len(token) != 2 * LENGTH or not set(token) <= set(CHARS):
        return token
    return mix(token[LENGTH:], token[:LENGTH], -1)


def check():
    if request.method in SAFE or request.path.startswith("/api/"):  # which wants a key
        return
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        abort(403)
    sent = unmask(request.form.get(FIELD) or request.headers.get(HEADER, ""))
    if not hmac.compare_digest(sent.encode(), request.cookies.get(COOKIE, "\0").encode()):
        abort(403)


# --8<-- [end:csrf]
def random_text():
    return "".join(secrets.choice(CHARS) for _ in range(LENGTH))


def secret():
    if "csrf" not in g:
        known = request.cookies.get(COOKIE, "")
        fine = len(known) == LENGTH and set(known) <= set(CHARS)
        g.csrf = known if fine else random_text()
    return g.csrf


def rotate():
    """A new secret: at each log-in."""
    g.csrf = random_text()


def keep(response):
    if "csrf" in g and g.csrf != request.cookies.get(COOKIE):
        response.set_cookie(COOKIE, g.csrf, max_age=60 * 60 * 24 * 364, samesite="Lax")
        response.vary.add("Cookie")
    return response


def init_app(app):
    app.before_request(check)
    app.after_request(keep)
    app.jinja_env.globals["csrf_field"] = field
