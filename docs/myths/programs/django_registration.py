"""The views for accounts that Django ships, and the page for the first of them."""

import django
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.test import Client
from django.urls import include, path

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
django.setup()
accounts = include("django.contrib.auth.urls")
urlpatterns = [path("", accounts)]
for view in accounts[0].urlpatterns:
    print("shipped:", view.name)
try:
    Client().get("/login/")
except TemplateDoesNotExist as error:
    print("no template:", error)
