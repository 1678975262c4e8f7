"""The views of the bookings."""

# --8<-- [start:create]
import logging
from functools import partial

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from .models import Booking

log = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def bookings(request):
    if request.method != "POST":
        return JsonResponse({"count": Booking.objects.count()})
    with transaction.atomic():
        booking = Booking.objects.create(name=request.POST["name"])
        transaction.on_commit(partial(log.info, "Tell the kitchen: %s", booking.name))
    return JsonResponse({"id": booking.pk}, status=201)


# --8<-- [end:create]
@require_safe
def detail(request, pk):
    return JsonResponse({"held": get_object_or_404(Booking, pk=pk).held})
