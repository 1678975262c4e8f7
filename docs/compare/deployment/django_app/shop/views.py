"""The views of the shop."""

import json

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

release = int(settings.RELEASE)


@require_safe
def home(request):
    return render(request, "home.html", {"release": release})


@csrf_exempt
@require_POST
def order(request):
    return JsonResponse({"items": len(json.loads(request.body)), "release": release})
