"""The shortest first page of each framework, run."""

from werkzeug.test import Client

FLASK = """from flask import Flask
app = Flask(__name__)
@app.get("/")
def home():
    return "Hello"
"""
DJANGO = """from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
def home(request):
    return HttpResponse("Hello")
urlpatterns = [path("", home)]
app = get_wsgi_application()
"""
app = None  # until a source has made it
for name, source in ("Flask", FLASK), ("Django", DJANGO):
    exec(source)
    print(f"{name}: {len(source.splitlines())} lines, answers {Client(app).get('/').text}")
