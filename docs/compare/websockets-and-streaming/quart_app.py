"""The chat in Quart, on a plain WebSocket."""

# --8<-- [start:chat]
from collections import defaultdict

from quart import Quart, websocket

app = Quart(__name__)
rooms = defaultdict(set)


@app.websocket("/chat/<room>")
async def chat(room):
    here = websocket._get_current_object()
    rooms[room].add(here)
    try:
        while True:
            message = await websocket.receive_json()
            for member in list(rooms[room]):
                await member.send_json({"text": message["text"]})
    finally:
        rooms[room].remove(here)


# --8<-- [end:chat]
