"""Passwords: new ones as Werkzeug stores them, old ones as Django did until their owner logs in."""

import base64
import hashlib
import hmac
import os

from werkzeug.security import check_password_hash, generate_password_hash

DJANGO = "pbkdf2_sha256$"
ROUNDS = int(os.environ.get("ROUNDS", 1_500_000))
METHOD = f"pbkdf2:sha256:{ROUNDS}"  # Werkzeug's default, scrypt, is longer than the column


# --8<-- [start:passwords]
def make(password):
    return generate_password_hash(password, METHOD)


def pbkdf2(password, salt, rounds):
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds)
    return base64.b64encode(digest).decode()


def check(stored, password):
    """A wrong password costs ROUNDS, whatever is stored: time tells nobody which names exist."""
    if stored.startswith("!"):  # an unusable password
        make(password)
        return False
    if not is_old(stored):
        return check_password_hash(stored, password)
    rounds, salt, known = stored.removeprefix(DJANGO).split("$")
    fits = hmac.compare_digest(pbkdf2(password, salt, int(rounds)), known)
    if not fits and int(rounds) < ROUNDS:
        pbkdf2(password, salt, ROUNDS - int(rounds))
    return fits


def is_old(stored):
    return stored.startswith(DJANGO)


# --8<-- [end:passwords]
NOBODY = "!"  # checked for an unknown name
