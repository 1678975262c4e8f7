"""Keep events of any shape."""

import json

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from .models import Event


# --8<-- [start:document]
@require_http_methods(["GET", "HEAD", "POST"])
def events(request):
    if request.method == "POST":
        event = Event.objects.create(payload=json.loads(request.body))
        return JsonResponse({"id": event.pk}, status=201)
    found = Event.objects.filter(payload__by__name=request.GET["name"])
    return JsonResponse([event.payload for event in found], safe=False)


@require_POST
def seen(request, key):
    event = get_object_or_404(Event, pk=key)
    event.payload["seen"] = True
    event.save()
    return HttpResponse(status=204)


# --8<-- [end:document]
