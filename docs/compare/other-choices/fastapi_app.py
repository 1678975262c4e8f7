"""The river on FastAPI: types are checks, and documentation."""

# --8<-- [start:typed]
import asyncio
from typing import Annotated

import river
from fastapi import FastAPI, Query, WebSocket
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field


class Level(BaseModel):
    metres: float = Field(ge=0, le=20)


app = FastAPI(title="River")
watchers = set()


@app.get("/levels")
async def read(last: Annotated[int, Query(ge=1, le=48)] = 24) -> list[float]:
    return list(river.levels)[-last:]


@app.post("/levels", status_code=201)
async def report(level: Level) -> Level:  # in real life, check first who reports
    river.levels.append(level.metres)
    told = (socket.send_json(level.metres) for socket in watchers)
    await asyncio.gather(*told, return_exceptions=True)
    return level


# --8<-- [end:typed]
@app.get("/", response_class=HTMLResponse)
async def page():
    return f"<!doctype html><title>River</title><h1>{river.levels[-1]} m</h1>"


# --8<-- [start:watch]
@app.websocket("/watch/levels")
async def watch(socket: WebSocket):
    await socket.accept()
    watchers.add(socket)
    async for _ in socket.iter_text():  # ends when the watcher leaves
        pass
    watchers.discard(socket)


# --8<-- [end:watch]
