"""The chat."""

# --8<-- [start:chat]
from flask_socketio import SocketIO, emit, join_room

socketio = SocketIO()


@socketio.on("join")
def join(room):
    join_room(room)


@socketio.on("say")
def say(room, text):
    emit("said", text, to=room)


# --8<-- [end:chat]
