"""The addresses of tracking, as the monolith has them."""

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods
from shop.models import Order

from .models import Scan


# --8<-- [start:view]
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
def parcel(request, number):
    if not Order.objects.filter(number=number).exists():
        return JsonResponse({"error": "unknown number"}, status=404)
    if request.method == "POST":
        if not request.user.is_staff:
            return HttpResponse(status=403)
        place, now = request.POST["place"], timezone.now()
        Scan.objects.create(order_id=number, place=place, at=now, by=request.user)
        return JsonResponse({}, status=201)
    scans = Scan.objects.filter(order=number).order_by("at")
    return JsonResponse({"scans": [{"place": s.place, "at": s.at.isoformat()} for s in scans]})


# --8<-- [end:view]
