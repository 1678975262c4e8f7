"""Code around every view."""

import time

from django.conf import settings
from django.http import HttpResponse


# --8<-- [start:timing]
def timing(get_response):
    def middleware(request):
        started = time.perf_counter()
        response = get_response(request)
        duration = (time.perf_counter() - started) * 1000
        response.headers["Server-Timing"] = f"app;dur={duration:.1f}"
        return response

    return middleware


# --8<-- [end:timing]
# --8<-- [start:maintenance]
def maintenance(get_response):
    def middleware(request):
        if settings.MAINTENANCE_FILE.exists():
            return HttpResponse("Back soon", status=503, headers={"Retry-After": "60"})
        return get_response(request)

    return middleware


# --8<-- [end:maintenance]
