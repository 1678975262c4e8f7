"""Six requests to an async view of Django, in one thread."""

import asyncio
import threading

from django.conf import settings
from django.http import HttpResponse
from django.test import AsyncClient
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"])


async def slow(request):
    await asyncio.wait_for(meeting.wait(), 20)
    return HttpResponse(threading.current_thread().name)


async def visit(pages):
    threads = {page.text for page in await asyncio.gather(*pages)}
    print(f"in the view at once: {meeting.parties}, threads: {len(threads)}")


urlpatterns, meeting = [path("", slow)], asyncio.Barrier(6)
asyncio.run(visit([AsyncClient().get("/") for _ in range(6)]))
