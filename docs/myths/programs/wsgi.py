"""The same call of a WSGI server, made to both."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
from flask import Flask
from werkzeug.test import create_environ, run_wsgi_app

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
urlpatterns = [path("", lambda request: HttpResponse("Hello"))]
app = Flask(__name__)
app.get("/")(lambda: "Hello")
for name, application in ("Flask", app), ("Django", get_wsgi_application()):
    body, status, _ = run_wsgi_app(application, create_environ("/"))
    print(f"{name}: {status}, {b''.join(body).decode()}")
