"""What the site answers about seats."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from itsdangerous import URLSafeTimedSerializer

from .models import Hold, Seat


# --8<-- [start:token]
@never_cache
@login_required(login_url="/login")
def seats_token(request):
    tokens = URLSafeTimedSerializer(settings.SEATS_KEY, salt="seats")
    return JsonResponse({"token": tokens.dumps(request.user.pk)})


# --8<-- [end:token]
# --8<-- [start:seats]
@require_safe
def free(request, show):
    held = Hold.objects.filter(until__gt=timezone.now()).values("seat")
    seats = Seat.objects.filter(show=show, sold=False).exclude(pk__in=held)
    return JsonResponse({"free": list(seats.values_list("number", flat=True))})


@require_POST
def hold(request, show):
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    now = timezone.now()
    number = request.POST.get("seat")
    seat = get_object_or_404(Seat, show=show, number=number, sold=False)
    try:
        with transaction.atomic():
            Hold.objects.filter(seat=seat, until__lte=now).delete()
            until = now + timedelta(minutes=10)
            Hold.objects.create(seat=seat, member=request.user, until=until)
    except IntegrityError:
        return HttpResponse(status=409)
    return JsonResponse({}, status=201)


# --8<-- [end:seats]
