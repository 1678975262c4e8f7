"""The pages on which members see events, book and cancel."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .booking import Refused, book_place
from .forms import BookingForm
from .models import Booking, Event


def index(request):
    events = Event.objects.order_by("starts_at", "id")
    return render(request, "events/index.html", {"events": events})


def listing(request):
    return redirect("events:index")


def show(request, id):
    return page(request, get_object_or_404(Event, id=id), BookingForm())


def page(request, event, form):
    bookings = event.bookings.select_related("member")
    context = {
        "event": event,
        "bookings": bookings,
        "mine": bookings.filter(member=request.user.pk).first(),
        "form": form,
    }
    return render(request, "events/show.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def book(request, id):
    event, form = get_object_or_404(Event, id=id), BookingForm(request.POST)
    if not form.is_valid():
        return page(request, event, form)
    try:
        book_place(event, request.user, form.cleaned_data["note"])
    except Refused as reason:
        messages.info(request, str(reason))
    else:
        messages.info(request, _("Your place is booked."))
    return redirect("events:show", id=id)


@login_required
@require_POST
def cancel(request, id):
    get_object_or_404(Booking, event=id, member=request.user).delete()
    messages.info(request, _("Your booking is cancelled."))
    return redirect("events:show", id=id)


def upload(request, name):
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name))
