"""Prices from three slow suppliers, asked by Flask."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import httpx
from flask import Flask

HOST = os.environ.get("SUPPLIERS", "http://127.0.0.1:9000")
SUPPLIERS = [f"{HOST}/{name}" for name in "abc"]
sync_client = httpx.Client(timeout=30)
async_client = httpx.AsyncClient(timeout=30)
background = []

app = Flask(__name__)


# --8<-- [start:view]
@app.get("/price")
async def price():
    async with httpx.AsyncClient(timeout=30) as client:
        answers = await asyncio.gather(*(client.get(url) for url in SUPPLIERS))
    return {"price": min(answer.json() for answer in answers)}


# --8<-- [end:view]
# --8<-- [start:threads]
@app.get("/price/threads")
def price_threads():
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(sync_client.get, SUPPLIERS))
    return {"price": min(answer.json() for answer in answers)}


# --8<-- [end:threads]
@app.get("/price/in-turn")
def price_in_turn():
    return {"price": min(sync_client.get(url).json() for url in SUPPLIERS)}


@app.get("/price/blocking")
async def price_blocking():
    return {"price": min(sync_client.get(url).json() for url in SUPPLIERS)}


# --8<-- [start:shared]
@app.get("/price/shared-client")
async def price_shared_client():
    # Wrong under WSGI: the client's connections belong to the loop of an earlier request.
    answers = await asyncio.gather(*(async_client.get(url) for url in SUPPLIERS))
    return {"price": min(answer.json() for answer in answers)}


# --8<-- [end:shared]
# --8<-- [start:background]
async def log_visit():
    await asyncio.sleep(0.2)


def note_end(task):
    background.append("cancelled" if task.cancelled() else "done")


@app.get("/visit")
async def visit():
    task = asyncio.create_task(log_visit())
    task.add_done_callback(note_end)
    return {"done": task.done()}


# --8<-- [end:background]
@app.get("/visits")
def visits():
    return background
