"""Passwords as Django stores them: `pbkdf2_sha256$rounds$salt$hash`."""

import base64
import hashlib
import hmac
import os
import secrets
import string

ROUNDS = int(os.environ.get("ROUNDS", 1_500_000))  # those of Django 6.1
CHARS = string.ascii_letters + string.digits


# --8<-- [start:passwords]
def pbkdf2(password, salt, rounds):
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds)
    return base64.b64encode(digest).decode()


def make(password):
    """A hash that Django reads, too, for as long as there is a way back."""
    salt = "".join(secrets.choice(CHARS) for _ in range(22))
    return f"pbkdf2_sha256${ROUNDS}${salt}${pbkdf2(password, salt, ROUNDS)}"


def check(stored, password):
    """A wrong password costs ROUNDS, whatever is stored: time tells nobody which names exist."""
    method, _, rest = stored.partition("$")
    if method != "pbkdf2_sha256":  # also an unusable password, which begins with `!`
        make(password)
        return False
    rounds, salt, known = rest.split("$")
    fits = hmac.compare_digest(pbkdf2(password, salt, int(rounds)), known)
    if not fits and int(rounds) < ROUNDS:
        pbkdf2(password, salt, ROUNDS - int(rounds))
    return fits


# --8<-- [end:passwords]
NOBODY = "!"  # checked for an unknown name
