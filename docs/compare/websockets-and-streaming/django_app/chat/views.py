"""Answers that do not come at once."""

import asyncio
import json

import httpx
from django.conf import settings
from django.http import JsonResponse, StreamingHttpResponse

# --8<-- [start:events]
listeners = set()


async def events(request):
    async def stream():
        inbox = asyncio.Queue()
        listeners.add(inbox)
        try:
            yield 'data: "hello"\n\n'
            while True:
                yield f"data: {json.dumps(await inbox.get())}\n\n"
        finally:
            listeners.remove(inbox)

    return StreamingHttpResponse(stream(), content_type="text/event-stream")


async def news(request):
    for inbox in listeners:
        inbox.put_nowait(request.POST["text"])
    return JsonResponse({"listeners": len(listeners)})


# --8<-- [end:events]
# --8<-- [start:answer]
async def answer(request):
    async def words():
        query = {"q": request.GET["q"]}
        async with (
            httpx.AsyncClient() as client,
            client.stream("GET", settings.MODEL, params=query) as upstream,
        ):
            async for text in upstream.aiter_text():
                yield text

    return StreamingHttpResponse(words(), content_type="text/plain")


# --8<-- [end:answer]
# --8<-- [start:mistake]
def answer_careless(request):
    def words():  # not async: under ASGI, Django reads it to the end before it sends anything
        with httpx.stream("GET", settings.MODEL, params={"q": request.GET["q"]}) as upstream:
            yield from upstream.iter_text()

    return StreamingHttpResponse(words(), content_type="text/plain")


# --8<-- [end:mistake]
