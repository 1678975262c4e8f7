"""Two requests inside the same view at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor

from flask import Flask, request

app, meeting = Flask(__name__), threading.Barrier(2)


@app.get("/<name>")
def hello(name):
    meeting.wait(20)
    return f"request.path is {request.path}"


with ThreadPoolExecutor(2) as workers:
    for page in workers.map(lambda address: app.test_client().get(address), ("/ada", "/bob")):
        print(page.text)
