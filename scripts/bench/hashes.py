"""What a password costs with each framework's own default."""

import statistics
import time

from django.contrib.auth import hashers
from werkzeug.security import check_password_hash, generate_password_hash

from bench.figures import in_blocks

PASSWORD = "correct-horse-9"


def checks():
    """A function of each side that checks one password against a stored hash."""
    flask, hasher = generate_password_hash(PASSWORD), hashers.PBKDF2PasswordHasher()
    django = hasher.encode(PASSWORD, "salt")
    return {
        "flask": (flask, lambda: check_password_hash(flask, PASSWORD)),
        "django": (django, lambda: hasher.verify(PASSWORD, django)),
    }


def milliseconds(check):
    """The processor time of one check."""
    start = time.process_time()
    assert check()
    return (time.process_time() - start) * 1000


def algorithm(stored):
    """The algorithm of a stored hash with its cost: `scrypt:32768:8:1`, `pbkdf2_sha256:1000`."""
    name, cost, *_ = stored.split("$")
    return name if ":" in name else f"{name}:{cost}"


def measured(runs):
    """Both in turns: the default of each, its median, and the ratio."""
    found = checks()
    samples = {side: [] for side in found}
    for _ in range(runs):
        for side, (_, check) in found.items():
            samples[side].append(milliseconds(check))
    pairs = zip(samples["django"], samples["flask"], strict=True)
    figures = {
        side: {
            "algorithm": algorithm(stored),
            "milliseconds": round(statistics.median(samples[side])),
        }
        for side, (stored, _) in found.items()
    }
    return figures | {"ratio": in_blocks([a / b for a, b in pairs])}, samples
