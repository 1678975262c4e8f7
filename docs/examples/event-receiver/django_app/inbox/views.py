"""What the payment provider calls."""

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import Event
from .partners import is_genuine


# --8<-- [start:receive]
@csrf_exempt  # a program without a cookie signs its events instead
@require_POST
def receive(request):
    if not is_genuine(request.headers, request.body, settings.WEBHOOK_KEY):
        return HttpResponse(status=403)
    event = request.headers["webhook-id"]
    Event.objects.get_or_create(id=event, defaults={"body": request.body})
    return HttpResponse(status=204)


# --8<-- [end:receive]
