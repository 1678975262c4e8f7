"""Stands for the model that writes; `Model().serve_forever()` serves it where the apps look."""

import json
import select
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


# --8<-- [start:model]
class Model(ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 200
    thinks, pauses = 3, 0.2  # seconds: before the first word, and before each other one

    def __init__(self, port=9000):
        super().__init__(("127.0.0.1", port), Answer)
        self.calls = []


class Answer(BaseHTTPRequestHandler):
    """The same answer to everybody, one word a line, until it is said or nobody listens."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        words = f"You asked: {asked['question']} Here is what the manual says.".split()
        call = {"written": 0, "words": len(words), "over": False}
        self.server.calls.append(call)
        self.send_response(200)
        self.end_headers()
        for word in words:
            seconds = self.server.pauses if call["written"] else self.server.thinks
            if select.select([self.connection], [], [], seconds)[0]:
                break  # whoever asked has hung up
            self.wfile.write(json.dumps(word).encode() + b"\n")
            call["written"] += 1
        call["over"] = True

    # --8<-- [end:model]
    def log_message(self, *args):
        """Questions must not be kept, and not in a log either."""
