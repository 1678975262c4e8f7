"""Count unhandled errors."""

# --8<-- [start:signal]
failures = []


def count_failure(sender, exception, **extra):
    failures.append(exception)


# --8<-- [end:signal]
