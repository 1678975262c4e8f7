"""A chat, an event stream and a streamed answer, on Flask with Flask-SocketIO."""

import os

# --8<-- [start:app]
from flask import Flask

from .chat import socketio
from .streams import streams


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = "for this example only"
    app.register_blueprint(streams)
    socketio.init_app(app, async_mode="threading", message_queue=os.environ.get("REDIS_URL"))
    return app


app = create_app()
# --8<-- [end:app]
