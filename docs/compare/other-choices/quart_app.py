"""The river on Quart: Flask's words, with await."""

# --8<-- [start:http]
import asyncio

import river
from quart import Quart, render_template_string, request, websocket

app = Quart(__name__)
PAGE = "<!doctype html><title>River</title><h1>{{ level }} m</h1>"


@app.errorhandler(river.Refused)
async def refuse(error):
    return {"error": str(error)}, 400


@app.get("/levels")
async def read():
    last = river.how_many(request.args.get("last", "24"))
    return list(river.levels)[-last:]


@app.post("/levels")
async def report():  # in real life, check first who reports
    level = river.metres(await request.get_data())
    river.levels.append(level)
    await tell(level)
    return {"metres": level}, 201


@app.get("/")
async def page():
    return await render_template_string(PAGE, level=river.levels[-1])


# --8<-- [end:http]
# --8<-- [start:watch]
watchers = set()


async def tell(level):
    told = (socket.send_json(level) for socket in watchers)
    await asyncio.gather(*told, return_exceptions=True)


@app.websocket("/watch/levels")
async def watch():
    here = websocket._get_current_object()
    watchers.add(here)
    try:
        while True:  # until the watcher leaves
            await here.receive()
    finally:
        watchers.discard(here)


# --8<-- [end:watch]
