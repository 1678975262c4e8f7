"""An address in Django that is no regular expression."""

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])


def show(request, number):
    return HttpResponse(f"note {number}, {type(number).__name__}")


urlpatterns = [path("notes/<int:number>/", show)]
print("/notes/7/", Client().get("/notes/7/").text)
print("/notes/seven/", Client().get("/notes/seven/").status_code)
