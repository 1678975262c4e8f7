"""What Django lets you name and place as you like, and what it does not."""

import sys
import types

import django
from django.conf import settings
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import path

anything = sys.modules["anything"] = types.ModuleType("anything")
anything.urlpatterns = [path("", lambda request: HttpResponse("Hello"))]
settings.configure(ROOT_URLCONF="anything", ALLOWED_HOSTS=["testserver"])
django.setup()
print("addresses and views in a module of any name:", Client().get("/").status_code)
for what, more in ("no app", {}), ("a label", {"Meta": type("Meta", (), {"app_label": "x"})}):
    try:
        model = type("Note", (models.Model,), {"__module__": "anything", **more})
        print(f"a model with {what}: table {model._meta.db_table}")
    except RuntimeError as error:
        print(f"a model with {what}:", type(error).__name__)
