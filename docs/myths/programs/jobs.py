"""A job that Django hands to a queue in a file, and that runs afterwards."""

import sys

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from huey import SqliteHuey

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])
huey, sent = SqliteHuey(filename="jobs.sqlite3"), []


@huey.task()
def send(address):
    sent.append(address)


urlpatterns = [path("", lambda request: HttpResponse(f"in the queue: {send('ada') is not None}"))]
print(Client().get("/").text, "/ sent:", *sent)
huey.execute(huey.dequeue())  # what the worker, a process of its own, does in a loop
print("after the worker's turn / sent:", *sent)
print("Celery is loaded:", "celery" in sys.modules)
