"""The river on Litestar: types are checks, and the channels are in the box."""

# --8<-- [start:typed]
from typing import Annotated

import river
from litestar import Litestar, MediaType, get, post
from litestar.channels import ChannelsPlugin
from litestar.channels.backends.memory import MemoryChannelsBackend
from litestar.params import Parameter
from msgspec import Meta, Struct


class Level(Struct):
    metres: Annotated[float, Meta(ge=0, le=20)]


@get("/levels")
async def read(last: Annotated[int, Parameter(ge=1, le=48)] = 24) -> list[float]:
    return list(river.levels)[-last:]


@post("/levels")
async def report(data: Level, channels: ChannelsPlugin) -> Level:  # check first who reports
    river.levels.append(data.metres)
    channels.publish(data.metres, "levels")
    return data


# --8<-- [end:typed]
@get("/", media_type=MediaType.HTML)
async def page() -> str:
    return f"<!doctype html><title>River</title><h1>{river.levels[-1]} m</h1>"


# --8<-- [start:watch]
channels = ChannelsPlugin(
    backend=MemoryChannelsBackend(),
    channels=["levels"],
    create_ws_route_handlers=True,
    ws_handler_base_path="/watch",  # so /watch/levels is a WebSocket
)
app = Litestar([read, report, page], plugins=[channels])
# --8<-- [end:watch]
