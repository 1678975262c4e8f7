"""How many requests, how slow, for each route."""

# --8<-- [start:metrics]
import os
import time

from django.http import HttpResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
    multiprocess,
)

SECONDS = Histogram("http_request_seconds", "Requests", ["method", "route", "status"])
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}  # others count as one


def count(get_response):
    def middleware(request):
        started = time.perf_counter()
        response = get_response(request)
        route = request.resolver_match.route if request.resolver_match else "none"
        method = request.method if request.method in METHODS else "other"
        labels = SECONDS.labels(method, route, response.status_code)
        labels.observe(time.perf_counter() - started)
        return response

    return middleware


# --8<-- [end:metrics]
# --8<-- [start:export]
def metrics(request):
    registry = REGISTRY
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:  # one answer for all worker processes
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


# --8<-- [end:export]
