"""A Django page that is one function: no model, no template, no controller."""

from pathlib import Path

import django
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
urlpatterns = [path("", lambda request: HttpResponse("Hello"))]
print("a function answers:", Client().get("/").text)
parts = {file.stem.rstrip("s") for file in Path(django.__file__).parent.rglob("*")}
for part in ("model", "view", "template", "controller"):
    print(f"a part of Django is called {part}:", part in parts)
