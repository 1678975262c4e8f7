"""A form sent without a CSRF token."""

import django
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from flask import Flask

app = Flask(__name__)
app.post("/pay")(lambda: "paid")
urlpatterns = [path("pay", lambda request: HttpResponse("paid"))]
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["testserver"],
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],  # as startproject writes it
)
django.setup()
print("Flask:", app.test_client().post("/pay").status_code)
print("Django:", Client(enforce_csrf_checks=True).post("/pay").status_code)
