"""Six requests to an async view of Flask, for which there are two workers."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

app, pair = Flask(__name__), threading.Barrier(2)
inside, most = [], []


@app.get("/")
async def slow():
    inside.append(asyncio.get_running_loop())
    await asyncio.to_thread(pair.wait, 20)
    most.append(len(inside))
    await asyncio.to_thread(pair.wait, 20)
    return str(inside.pop() and "done")


with ThreadPoolExecutor(2) as workers:
    pages = list(workers.map(lambda _: app.test_client().get("/").text, range(6)))
print(f"answered: {pages.count('done')}, in the view at once: {max(most)}")
