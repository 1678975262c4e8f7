"""Django's CSRF check for Flask: a form of either part may be sent to either."""

import hmac
import secrets
import string

from flask import abort, current_app, g, request
from markupsafe import Markup

COOKIE, FIELD, HEADER = "csrftoken", "csrfmiddlewaretoken", "X-CSRFToken"
CHARS = string.ascii_letters + string.digits
LENGTH = 32
YEAR = 60 * 60 * 24 * 7 * 52
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
    """Where the request comes from, then its token against the cookie."""
    if request.method in SAFE or request.path.startswith("/api/"):  # which wants a key
        return
    known = request.cookies.get(COOKIE, "")
    sent = unmask(request.form.get(FIELD) or request.headers.get(HEADER, ""))
    fits = is_secret(known) and hmac.compare_digest(sent.encode(), known.encode())
    if not (is_from_here() and fits):
        abort(403)


def is_from_here():
    """Scheme and host of `Origin`; a browser that sends none over TLS says it in `Referer`."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == request.host_url.rstrip("/")
    return not request.is_secure or (request.referrer or "").startswith(request.host_url)


def is_secret(text):
    """Nothing else is a secret: an empty cookie fits an empty token."""
    return len(text) == LENGTH and set(text) <= set(CHARS)


# --8<-- [end:csrf]
def random_text():
    return "".join(secrets.choice(CHARS) for _ in range(LENGTH))


def secret():
    if "csrf" not in g:
        known = request.cookies.get(COOKIE, "")
        g.csrf = known if is_secret(known) else random_text()
    return g.csrf


def rotate():
    """A new secret: at each log-in."""
    g.csrf = random_text()


def keep(response):
    if "csrf" in g and g.csrf != request.cookies.get(COOKIE):
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(COOKIE, g.csrf, max_age=YEAR, samesite="Lax", secure=secure)
        response.vary.add("Cookie")
    return response


def init_app(app):
    app.before_request(check)
    app.after_request(keep)
    app.jinja_env.globals["csrf_field"] = field
