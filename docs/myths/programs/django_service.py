"""How much of Django a small JSON service loads."""

import sys

from django.apps import apps
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from werkzeug.test import Client

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost"])
urlpatterns = [path("price/<int:n>", lambda request, n: JsonResponse({"euro": n * 3}))]
print("it answers:", Client(get_wsgi_application()).get("/price/14").json)
print("apps:", len(list(apps.get_app_configs())))
print("middleware:", len(settings.MIDDLEWARE))
print("a database is set up:", settings.is_overridden("DATABASES"))
for part in ("admin", "auth", "sessions"):
    print(f"django.contrib.{part} is loaded:", f"django.contrib.{part}" in sys.modules)
