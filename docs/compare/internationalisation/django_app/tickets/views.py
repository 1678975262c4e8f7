"""The concert, and a choice of the time zone."""

import zoneinfo
from datetime import UTC, datetime

from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from .forms import OrderForm

STARTS = datetime(2026, 7, 1, 18, 30, tzinfo=UTC)


def index(request):
    form = OrderForm(request.POST or None)
    seats = int(request.GET.get("seats", 1))
    context = {"form": form, "seats": seats, "starts": STARTS, "sold": 12345.5}
    return render(request, "tickets/index.html", context)


# --8<-- [start:choose]
ZONES = zoneinfo.available_timezones()


@require_POST
def set_timezone(request):
    if request.POST["timezone"] not in ZONES:
        return HttpResponseBadRequest()  # or every page of this visitor fails from now on
    request.session["timezone"] = request.POST["timezone"]
    return redirect("index")


# --8<-- [end:choose]
