"""Two visitors of Flask's development server who wait for each other."""

import contextlib
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

from flask import Flask

app, meeting = Flask(__name__), threading.Barrier(2)
app.add_url_rule("/", view_func=lambda: f"met: {meeting.wait(20) >= 0}")
with socket.create_server(("127.0.0.1", 0)) as free:
    here = free.getsockname()
with contextlib.redirect_stdout(sys.stderr):
    threading.Thread(target=app.run, args=here, daemon=True).start()
    while socket.socket().connect_ex(here):
        time.sleep(0.02)
with ThreadPoolExecutor(2) as visitors:
    for page in visitors.map(urlopen, ["http://{}:{}".format(*here)] * 2):
        print(page.read().decode())
