"""Reads the passwords that the old application stored."""

from django.contrib.auth.hashers import BasePasswordHasher
from werkzeug.security import check_password_hash


# --8<-- [start:hasher]
class WerkzeugHasher(BasePasswordHasher):
    algorithm = "werkzeug"

    def verify(self, password, encoded):
        return check_password_hash(encoded.removeprefix("werkzeug$"), password)

    def safe_summary(self, encoded):
        return {"algorithm": self.algorithm}


# --8<-- [end:hasher]
