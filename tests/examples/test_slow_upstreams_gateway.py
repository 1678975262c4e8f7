"""What the gateways of docs/examples/slow-upstreams-gateway promise, seen by their operators."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

APPS = ("quart", "flask", "django")
ENV = {}  # the fixture adds the addresses of the operators
THREADS, VISITORS, PATIENCE = 8, 40, 30  # THREADS is what tests/serve.py gives to WSGI
RAIL, BUS = {"line": "R1", "at": "07:20"}, {"line": "S10", "at": "07:15"}
USUAL = {"rail": json.dumps([RAIL]), "bus": json.dumps([BUS]), "ferry": "503"}


class Operators(ThreadingHTTPServer):
    """All operators, and what they notice of the gateway that asks them."""

    daemon_threads = True
    request_queue_size = 200

    def reset(self, **does):
        self.does, self.asked, self.waiting = USUAL | does, [], []
        self.connections = self.dripped = 0
        self.gate, self.hung_up = threading.Event(), threading.Event()

    def process_request(self, *args):
        self.connections += 1
        super().process_request(*args)


class Operator(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name, _, stop = self.path.strip("/").partition("?stop=")
        self.server.asked.append((name, stop))
        does = self.server.does[name]
        if does == "drips":
            return self.drip()
        if does == "held":
            self.server.waiting.append(stop)
            self.server.gate.wait(PATIENCE)
        return self.answer(503 if does == "503" else 200, USUAL["rail"] if does == "held" else does)

    def answer(self, status, body, length=None):
        head = f"HTTP/1.1 {status} -\r\nContent-Length: {length or len(body)}\r\n\r\n"
        self.connection.sendall((head + body).encode())

    def drip(self):
        """Send a byte now and then, until the gateway hangs up or the test ends."""
        self.close_connection = True
        self.answer(200, "[", length=10**6)
        try:
            while not self.server.gate.wait(0.01):
                self.connection.sendall(b" ")
                self.server.dripped += 1
        except OSError:
            self.server.hung_up.set()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module", autouse=True)
def server():
    server = Operators(("127.0.0.1", 0), Operator)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    seconds = {"rail": PATIENCE, "bus": PATIENCE, "ferry": 0.3}
    ENV["OPERATORS"] = json.dumps({name: [f"{url}/{name}", seconds[name]] for name in USUAL})
    yield server
    server.shutdown()


@pytest.fixture(autouse=True)
def operators(server):
    server.reset()
    yield server
    server.gate.set()


def until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_departures_of_all_operators_come_in_one_order(client, operators):
    answer = client.get("/departures/4711")
    assert answer.json() == {"departures": [BUS, RAIL], "missing": ["ferry"]}
    assert sorted(operators.asked) == [("bus", "4711"), ("ferry", "4711"), ("rail", "4711")]
    assert client.get("/departures/..%2fbus").status_code == 404


def test_who_is_late_is_named_and_given_up(client, operators):
    operators.reset(ferry="drips")
    answer = client.get("/departures/4711")
    assert answer.status_code == 200
    assert answer.json() == {"departures": [BUS, RAIL], "missing": ["ferry"]}
    assert operators.hung_up.wait(PATIENCE)


ODD = ['{"error": 1}', "[1]", "null", '[{"line": "S10"}]', '[{"line": "S10", "at": null}]']


@pytest.mark.parametrize("odd", ODD)
def test_an_operator_who_sends_something_odd_takes_no_other_along(client, app, operators, odd):
    operators.reset(bus=odd)
    for path in ["/departures/4711"] + ["/threads/departures/4711"] * (app.framework == "flask"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.json() == {"departures": [RAIL], "missing": ["bus", "ferry"]}


def test_it_is_504_when_nobody_answers(client, operators):
    operators.reset(rail="503", bus="<html>")
    answer = client.get("/departures/4711")
    assert answer.status_code == 504
    assert answer.json() == {"departures": [], "missing": list(USUAL)}


def test_a_thread_stays_with_an_operator_who_drips(flask, operators):
    operators.reset(ferry="drips")
    answer = flask.get("/threads/departures/4711").json()
    assert answer == {"departures": [BUS, RAIL], "missing": ["ferry"]}
    seen = operators.dripped
    until(lambda: operators.dripped > seen + 20)
    assert not operators.hung_up.is_set()


def test_a_call_that_waits_for_a_thread_until_its_end_is_not_made(served):
    code = """
import threading
from concurrent.futures import ThreadPoolExecutor
from flask_app import result_by
busy = threading.Event()
with ThreadPoolExecutor(1) as pool:
    pool.submit(busy.wait)
    print(result_by(0, pool.submit(print, "made for nobody")))
    busy.set()
"""
    assert served("flask").run(["python", "-c", code]).stdout == "None\n"


def test_forty_wait_at_once_in_quart_and_django_and_eight_in_flask(served, operators):
    waiting = {}
    for framework in APPS:
        url = served(framework).url + "/departures/4711"
        operators.reset(rail="held")
        expect = THREADS if framework == "flask" else VISITORS
        with ThreadPoolExecutor(VISITORS) as pool, httpx.Client(timeout=PATIENCE) as visitor:
            calls = [pool.submit(visitor.get, url) for _ in range(VISITORS)]
            until(lambda expect=expect: len(operators.waiting) >= expect)
            time.sleep(0.2)  # one more would arrive now
            waiting[framework] = len(operators.waiting)
            operators.gate.set()
            assert {call.result().status_code for call in calls} == {200}
    assert waiting == {"quart": VISITORS, "flask": THREADS, "django": VISITORS}


def test_only_an_async_view_of_flask_opens_new_connections(served, operators):
    opened = {}
    for framework in APPS:
        with httpx.Client(base_url=served(framework).url) as client:
            client.get("/departures/4711")
            before = operators.connections
            assert [client.get("/departures/4711").status_code for _ in range(3)] == [200] * 3
        opened[framework] = operators.connections - before
    assert opened == {"quart": 0, "flask": 9, "django": 0}
