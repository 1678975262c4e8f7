"""How long the app took, as a header that browsers show."""

# --8<-- [start:timing]
import time

from flask import g


def start():
    g.started = time.perf_counter()


def stop(response):
    duration = (time.perf_counter() - g.started) * 1000
    response.headers["Server-Timing"] = f"app;dur={duration:.1f}"
    return response


# --8<-- [end:timing]
