"""The views of the shop, of which some fail."""

import logging

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
def order(request, number):
    logger.info("looking for order %s", number)
    if number > 1:
        raise Http404
    return HttpResponse(f"Order {number}")


@require_safe
def crash(request):
    card = "4111-1111"
    return HttpResponse(f"{card} {1 / 0}")
