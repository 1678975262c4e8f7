"""Werkzeug's hashes, as Werkzeug spells them. The name of a hasher is all before the first `$`."""

import hashlib

from django.contrib.auth.hashers import BasePasswordHasher, mask_hash
from django.utils.crypto import constant_time_compare


class WerkzeugHasher(BasePasswordHasher):
    def encode(self, password, salt):
        _, *given = self.algorithm.split(":")
        made = self.hash(password.encode(), salt.encode(), *given).hex()
        return f"{self.algorithm}${salt}${made}"

    def decode(self, encoded):
        algorithm, salt, made = encoded.split("$")
        return {"algorithm": algorithm, "salt": salt, "hash": made}

    def verify(self, password, encoded):
        salt = self.decode(encoded)["salt"]
        return constant_time_compare(self.encode(password, salt), encoded)

    def safe_summary(self, encoded):
        """What the admin shows of a hash."""
        found = self.decode(encoded)
        return found | {name: mask_hash(found[name]) for name in ("salt", "hash")}

    def harden_runtime(self, password, encoded):
        """Nothing to add: one algorithm has one cost."""


class WerkzeugScrypt(WerkzeugHasher):
    algorithm = "scrypt:32768:8:1"  # the default since Werkzeug 3.0

    def hash(self, password, salt, n, r, p):
        n, r, p = int(n), int(r), int(p)
        return hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, maxmem=132 * n * r * p)


class WerkzeugPBKDF2(WerkzeugHasher):
    algorithm = "pbkdf2:sha256:260000"  # what the oldest members still have

    def hash(self, password, salt, digest, rounds):
        return hashlib.pbkdf2_hmac(digest, password, salt, int(rounds))
