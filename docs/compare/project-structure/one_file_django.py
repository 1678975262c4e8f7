"""A whole Django project, as long as it needs no database."""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="for this example only",
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    ROOT_URLCONF=__name__,
)


def index(request):
    return HttpResponse("Front page")


urlpatterns = [path("", index)]
app = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
