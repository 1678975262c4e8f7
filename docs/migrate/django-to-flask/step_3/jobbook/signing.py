"""The formats of Django that outlive Django: its signatures and what it signs. No Django here."""

import base64
import hashlib
import hmac
import json
import time
import zlib

from flask import current_app

SALT = "django.contrib.sessions.SessionStore"
AUTH_SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def salted_hmac(salt, value):
    secret = hashlib.sha256((salt + current_app.secret_key).encode()).digest()
    return hmac.new(secret, value.encode(), hashlib.sha256)


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def signature(value):
    return encode(salted_hmac(f"{SALT}signer", value).digest())


def base62(number):
    text = ""
    while number:
        number, digit = divmod(number, 62)
        text = DIGITS[digit] + text
    return text


def dumps(data):
    """What Django writes into `session_data`."""
    packed = encode(json.dumps(data, separators=(",", ":")).encode("latin-1"))
    value = f"{packed}:{base62(int(time.time()))}"
    return f"{value}:{signature(value)}"


def loads(text):
    """The data of a session; an empty one if somebody wrote the row without the secret key."""
    value, _, signed = text.rpartition(":")
    if not hmac.compare_digest(signed, signature(value)):
        return {}
    packed = value.rpartition(":")[0]
    data = decode(packed.removeprefix("."))
    return json.loads(zlib.decompress(data) if packed.startswith(".") else data)


def session_auth_hash(user):
    """Changes with the password, and so ends the sessions from before."""
    return salted_hmac(AUTH_SALT, user.password).hexdigest()
