"""The same view in Quart."""

# --8<-- [start:view]
import asyncio
import os

import httpx
from quart import Quart

HOST = os.environ.get("SUPPLIERS", "http://127.0.0.1:9000")
SUPPLIERS = [f"{HOST}/{name}" for name in "abc"]
app = Quart(__name__)


@app.get("/price")
async def price():
    async with httpx.AsyncClient(timeout=30) as client:
        answers = await asyncio.gather(*(client.get(url) for url in SUPPLIERS))
    return {"price": min(answer.json() for answer in answers)}


# --8<-- [end:view]
