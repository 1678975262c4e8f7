"""What a new Django project installs, which commands ship, and what you may leave out."""

import runpy
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
django.setup()
urlpatterns = [path("", lambda request: HttpResponse("Hello"))]

call_command("startproject", "shop", ".")
for app in runpy.run_path("shop/settings.py")["INSTALLED_APPS"]:
    print("installed:", app)
shipped = {file.stem for file in Path(django.__file__).parent.rglob("management/commands/*.py")}
for command in ("migrate", "createsuperuser", "runworker"):
    print(f"command {command}:", "yes" if command in shipped else "no")
print(f"with {len(settings.INSTALLED_APPS)} apps a page answers", Client().get("/").status_code)
