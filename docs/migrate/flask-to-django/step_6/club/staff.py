"""The pages of the desk: events with their posters, and members."""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .forms import EventForm
from .models import Event, Member


def staff_only(view):
    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        if not request.user.is_staff:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@staff_only
def event(request, id=None):
    event = get_object_or_404(Event, id=id) if id else Event(host=request.user)
    title = event.title
    form = EventForm(request.POST or None, request.FILES or None, instance=event)
    if form.is_valid():
        form.save()
        messages.info(request, _("Saved."))
        return redirect("events:show", id=event.id)
    status = 422 if form.errors else 200
    context = {"form": form, "event": {"title": title}}
    return render(request, "staff/event.html", context, status=status)


@staff_only
@require_POST
def delete_event(request, id):
    get_object_or_404(Event, id=id).delete()
    messages.info(request, _("Deleted."))
    return redirect("events:index")


@staff_only
def members(request):
    found = Member.objects.order_by("email")
    return render(request, "staff/members.html", {"members": found})


@staff_only
@require_POST
def delete_member(request, id):
    get_object_or_404(Member, id=id).delete()
    messages.info(request, _("Deleted."))
    return redirect("staff:members")
