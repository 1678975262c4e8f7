"""Answers that a model writes, sent on word by word, on Starlette."""

# --8<-- [start:app]
import os
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse
from starlette.routing import Route

MODEL = os.environ.get("MODEL", "http://127.0.0.1:9000")
PATIENCE = httpx.Timeout(5, read=60, pool=None)  # it may think for long before the first word


async def events(http, question):
    asked = {"question": question}
    try:
        async with http.stream("POST", MODEL, json=asked, timeout=PATIENCE) as answer:
            answer.raise_for_status()
            async for word in answer.aiter_lines():  # each line is a word as JSON
                yield f"data: {word}\n\n"
        yield "event: done\ndata: {}\n\n"
    except httpx.HTTPError:  # too late for a status: the answer has begun
        yield "event: failed\ndata: {}\n\n"


async def answer(request):
    content_type = request.headers.get("content-type", "").partition(";")[0]
    if content_type.strip().lower() != "application/json":
        raise HTTPException(415)  # a form on another site could send the rest
    try:
        question = (await request.json())["question"].strip()
    except (ValueError, LookupError, TypeError, AttributeError):
        raise HTTPException(400) from None
    if not 0 < len(question) <= 2000:
        raise HTTPException(400)
    stream = events(request.state.http, question)
    return StreamingResponse(stream, media_type="text/event-stream")


# --8<-- [end:app]
# --8<-- [start:careless]
def careless_events(question):  # not async, so each reader who waits keeps a thread
    with httpx.stream("POST", MODEL, json={"question": question}, timeout=PATIENCE) as answer:
        for word in answer.iter_lines():
            yield f"data: {word}\n\n"


async def careless(request):
    question = (await request.json())["question"]
    return StreamingResponse(careless_events(question), media_type="text/event-stream")


# --8<-- [end:careless]
# --8<-- [start:routes]
@asynccontextmanager
async def lifespan(app):
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(limits=limits) as http:
        yield {"http": http}


routes = [
    Route("/answer", answer, methods=["POST"]),
    Route("/careless", careless, methods=["POST"]),
]
app = Starlette(routes=routes, lifespan=lifespan)
# --8<-- [end:routes]
