"""Reads the passwords that the old application stored."""

from django.contrib.auth.hashers import ScryptPasswordHasher


# --8<-- [start:hasher]
class WerkzeugHasher(ScryptPasswordHasher):
    algorithm = "werkzeug"
    maxmem = 2**26  # Werkzeug's parameters need a little more than OpenSSL allows by default


# --8<-- [end:hasher]
