"""Serve one shown app on a real server: `python tests/serve.py FOLDER MODULE PORT_FILE [--asgi]`.

The folder becomes the working directory, as it would be for a reader who runs the app there.
"""

import importlib
import os
import socket
import sys
from pathlib import Path

THREADS = 8


def main(folder, module, port_file, asgi=False):
    """Serve the module's `app` on a free port of loopback, and write that port to a file."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    app = importlib.import_module(module).app
    bound = socket.create_server(("127.0.0.1", 0))
    Path(port_file).write_text(str(bound.getsockname()[1]))
    if asgi:
        import uvicorn

        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[bound])
    else:
        import waitress

        waitress.serve(app, sockets=[bound], threads=THREADS)


if __name__ == "__main__":
    main(*sys.argv[1:4], asgi="--asgi" in sys.argv)
