"""The river on Starlette: routes, requests and responses, and little else."""

# --8<-- [start:app]
import asyncio

import river
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route, WebSocketRoute

watchers = set()


async def read(request):
    last = river.how_many(request.query_params.get("last", "24"))
    return JSONResponse(list(river.levels)[-last:])


async def report(request):  # in real life, check first who reports
    level = river.metres(await request.body())
    river.levels.append(level)
    told = (socket.send_json(level) for socket in watchers)
    await asyncio.gather(*told, return_exceptions=True)
    return JSONResponse({"metres": level}, 201)


async def page(request):
    return HTMLResponse(f"<!doctype html><title>River</title><h1>{river.levels[-1]} m</h1>")


async def watch(socket):
    await socket.accept()
    watchers.add(socket)
    async for _ in socket.iter_text():  # ends when the watcher leaves
        pass
    watchers.discard(socket)


async def refuse(request, error):
    return JSONResponse({"error": str(error)}, 400)


app = Starlette(
    routes=[
        Route("/levels", read),
        Route("/levels", report, methods=["POST"]),
        Route("/", page),
        WebSocketRoute("/watch/levels", watch),
    ],
    exception_handlers={river.Refused: refuse},
)
# --8<-- [end:app]
