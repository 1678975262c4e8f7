"""Count unhandled errors."""

# --8<-- [start:signal]
from flask import request

failures = []


def count_failure(sender, exception, **extra):
    failures.append(request.path)


# --8<-- [end:signal]
