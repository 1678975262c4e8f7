"""Answers that a model writes, sent on word by word, on Django."""

# --8<-- [start:app]
import json

import httpx
from django.conf import settings
from django.http import HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.views.decorators.http import require_POST

PATIENCE = httpx.Timeout(5, read=60, pool=None)  # it may think for long before the first word
http = httpx.AsyncClient(limits=httpx.Limits(max_connections=None))


async def events(question):
    asked = {"question": question}
    try:
        async with http.stream("POST", settings.MODEL, json=asked, timeout=PATIENCE) as answer:
            answer.raise_for_status()
            async for word in answer.aiter_lines():  # each line is a word as JSON
                yield f"data: {word}\n\n"
        yield "event: done\ndata: {}\n\n"
    except httpx.HTTPError:  # too late for a status: the answer has begun
        yield "event: failed\ndata: {}\n\n"


@require_POST
async def answer(request):
    if request.content_type != "application/json":
        return HttpResponse(status=415)  # a form on another site could send the rest
    try:
        question = json.loads(request.body)["question"].strip()
    except (ValueError, LookupError, TypeError, AttributeError):
        return HttpResponseBadRequest()
    if not 0 < len(question) <= 2000:
        return HttpResponseBadRequest()
    return StreamingHttpResponse(events(question), content_type="text/event-stream")


# --8<-- [end:app]
