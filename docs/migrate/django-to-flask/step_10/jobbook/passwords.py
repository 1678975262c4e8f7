"""Passwords: new ones as Werkzeug stores them, old ones as Django did until their owner logs in."""

import base64
import hashlib
import hmac
import os

from werkzeug.security import check_password_hash, generate_password_hash

DJANGO = "pbkdf2_sha256$"
# Werkzeug's default, scrypt, makes 162 characters, and the column has 128.
METHOD = f"pbkdf2:sha256:{os.environ.get('ROUNDS', 1_500_000)}"


# --8<-- [start:passwords]
def make(password):
    return generate_password_hash(password, METHOD)


def check(stored, password):
    if stored.startswith(DJANGO):
        rounds, salt, known = stored.removeprefix(DJANGO).split("$")
        digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), int(rounds))
        return hmac.compare_digest(base64.b64encode(digest).decode(), known)
    return not stored.startswith("!") and check_password_hash(stored, password)


def is_old(stored):
    return stored.startswith(DJANGO)


# --8<-- [end:passwords]
UNKNOWN = make("nobody has this one")  # checked for unknown names, so that they take as long
