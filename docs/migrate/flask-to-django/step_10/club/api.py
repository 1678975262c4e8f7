"""The API: events for everybody, bookings for who sends a token."""

import json

from django.http import JsonResponse
from django.utils.timezone import localtime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from .booking import Refused, book_place
from .models import Event, Member


def as_json(event):
    return {
        "id": event.id,
        "title": event.title,
        "starts_at": localtime(event.starts_at).isoformat(),
        "free": event.free,
        "host": event.host.name if event.host else None,
    }


def error(reason, status):
    return JsonResponse({"error": reason}, status=status)


def caller(request):
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return Member.objects.filter(api_token=token).first() if kind == "Bearer" and token else None


def sent(request):
    """What is in the JSON of the request, or None."""
    try:
        found = json.loads(request.body)
    except ValueError:
        return None
    return found if request.content_type == "application/json" else None


def number(value):
    """A number from outside, or 0, which no event has."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0


@require_safe
def events(request):
    found = Event.objects.order_by("starts_at", "id").select_related("host")
    return JsonResponse([as_json(event) for event in found], safe=False)


@require_safe
def event(request, id):
    found = Event.objects.filter(id=id).first()
    return JsonResponse(as_json(found)) if found else error("Not Found", 404)


@csrf_exempt  # its callers send a token of their own and no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def bookings(request):
    member = caller(request)
    if not member:
        return error("Unauthorized", 401)
    if request.method == "POST":
        return book(member, sent(request))
    found = member.bookings.order_by("id")
    listed = [{"id": one.id, "event": one.event_id, "note": one.note} for one in found]
    return JsonResponse(listed, safe=False)


def book(member, wanted):
    if not wanted or not isinstance(wanted, dict):
        return error("Bad Request", 400)
    event = Event.objects.filter(id=number(wanted.get("event"))).first()
    if not event:
        return error("Not Found", 404)
    try:
        booking = book_place(event, member, str(wanted.get("note", ""))[:200])
    except Refused as reason:
        return error(str(reason), 409)
    return JsonResponse({"id": booking.id}, status=201)
