"""Give out a folder as a plain static host would, on a free port of loopback."""

import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static file server that keeps its requests to itself."""

    def log_message(self, *args):
        """Say nothing."""


def serve(folder, handler=Quiet):
    """Serve a folder in a thread; return the server, of which `server_port` is the port."""
    answer = functools.partial(handler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
