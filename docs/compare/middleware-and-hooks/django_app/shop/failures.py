"""Count unhandled errors."""

# --8<-- [start:signal]
failures = []


def count_failure(sender, request, **extra):
    failures.append(request.path)


# --8<-- [end:signal]
