"""Who answers at /admin/ before you have written a screen."""

from django import conf, setup
from django.test import Client
from django.urls import path
from django.utils.module_loading import import_string
from flask import Flask

LAYERS = "sessions.middleware.Session", "auth.middleware.Authentication"
APPS = ("admin", "auth", "contenttypes", "messages", "sessions")
conf.settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    SECRET_KEY="for this program",
    INSTALLED_APPS=[f"django.contrib.{app}" for app in APPS],
    MIDDLEWARE=[f"django.contrib.{layer}Middleware" for layer in LAYERS],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
setup()
urlpatterns = [path("admin/", import_string("django.contrib.admin.site").urls)]
print("Flask:", Flask(__name__).test_client().get("/admin/").status_code)
answer = Client().get("/admin/", follow=True)
print("Django:", answer.status_code, "with a log-in form:", 'name="password"' in answer.text)
