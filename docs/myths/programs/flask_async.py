"""An async view in Flask."""

import asyncio
import inspect

from flask import Flask

app = Flask(__name__)


@app.get("/")
async def home():
    return await asyncio.sleep(0, "answered")


print("the view is a coroutine function:", inspect.iscoroutinefunction(home))
print("the page says:", app.test_client().get("/").text)
