"""A JSON API with Django alone."""

import json
import sys

from django.conf import settings
from django.http import JsonResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])


@require_POST
def order(request):
    pieces = json.loads(request.body)["pieces"]
    return JsonResponse({"pieces": pieces, "euro": pieces * 3}, status=201)


urlpatterns = [path("orders", order)]
answer = Client().post("/orders", {"pieces": 14}, content_type="application/json")
print("POST:", answer.status_code, answer.headers["Content-Type"], answer.text)
print("GET:", Client().get("/orders").status_code)
print("Django REST Framework is loaded:", "rest_framework" in sys.modules)
