"""The concert, and a choice of the time zone."""

from datetime import UTC, datetime

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
@require_POST
def set_timezone(request):
    request.session["timezone"] = request.POST["timezone"]
    return redirect("index")


# --8<-- [end:choose]
