"""The chat."""

# --8<-- [start:chat]
from flask_socketio import SocketIO, emit, join_room, rooms

socketio = SocketIO()


@socketio.on("join")
def join(room):
    join_room(room)


@socketio.on("say")
def say(room, text):
    if room in rooms():
        emit("said", text, to=room)


# --8<-- [end:chat]
