"""The views of the shop."""

import logging

import structlog
from django.http import Http404, HttpResponse

log = structlog.get_logger()


def order(request, number):
    if number > 100:
        raise Http404
    log.info("order shown", number=number)
    return HttpResponse(f"Order {number}")


def failing(request):
    logging.getLogger("payments").warning("card refused")  # as a library would log
    raise RuntimeError("no stock")
