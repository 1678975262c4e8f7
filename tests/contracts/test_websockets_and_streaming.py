"""What docs/compare/websockets-and-streaming says of live connections, on real servers."""

import json
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from harness import ROOT
from services import answers, free_port

HOME = ROOT / "docs/compare/websockets-and-streaming"
THREADS = 8  # what tests/serve.py gives to WSGI
PATIENCE = 60  # seconds, on a machine that is busy


def until(condition):
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class Model(BaseHTTPRequestHandler):
    """A slow model: half of its answer, and when the gate opens, the rest."""

    gate = threading.Event()

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Tea ")
        self.gate.wait(PATIENCE)
        self.wfile.write(b"is ready")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module", autouse=True)
def model():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ["MODEL"] = f"http://127.0.0.1:{server.server_port}"
    os.environ["PING_SECONDS"] = "0.1"
    yield
    del os.environ["MODEL"], os.environ["PING_SECONDS"]
    server.shutdown()


def serve(words, folder=HOME, **env):
    """Start a server by its own command on a free port of loopback; return process and port."""
    port = free_port()
    words = [sys.executable, *words.replace("PORT", str(port)).split()]
    return subprocess.Popen(words, cwd=folder, env={**os.environ, **env}), port


GUNICORN = "-m gunicorn -w 1 --threads 100 -b 127.0.0.1:PORT flask_app:app"
GUNICORN += " --graceful-timeout 1 --no-control-socket"
UVICORN = "-m uvicorn --port PORT --log-level error config.asgi:app"
QUART = "-m uvicorn --port PORT --log-level error quart_app:app"
SERVERS = {
    "flask": (GUNICORN, HOME),
    "django": (UVICORN, HOME / "django_app"),
    "quart": (QUART, HOME),
    "two threads": (GUNICORN.replace("100", "2"), HOME),
}


@pytest.fixture(scope="module")
def server():
    """Start a chat on the server that it needs; return its port."""
    processes = []

    def start(kind, **env):
        process, port = serve(*SERVERS[kind], **env)
        processes.append(process)
        return port

    yield start
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(10)


@pytest.fixture(scope="module")
def ports(server):
    """The port of each chat, each started once."""
    started = {}
    return lambda kind: started.get(kind) or started.setdefault(kind, server(kind))


class Guest:
    """Somebody in a room of the chat, by WebSocket."""

    def __init__(self, kind, port, room, origin=None, patience=PATIENCE):
        self.socketio = kind == "flask"
        until(lambda: answers(port))
        path = "socket.io/?EIO=4&transport=websocket" if self.socketio else f"chat/{room}"
        address = f"ws://127.0.0.1:{port}/{path}"
        origin = origin or f"http://127.0.0.1:{port}"
        self.visit = ExitStack()
        connection = connect(address, origin=origin, open_timeout=patience, close_timeout=0.5)
        self.socket = self.visit.enter_context(connection)
        self.room = room
        if self.socketio:
            assert self.receive().startswith('0{"sid"')
            self.socket.send("40")
            assert self.receive().startswith('40{"sid"')
            self.socket.send("420" + json.dumps(["join", room]))
            assert self.receive() == "430[]"

    def receive(self, timeout=PATIENCE):
        return self.socket.recv(timeout)

    def say(self, text):
        if self.socketio:
            self.socket.send("42" + json.dumps(["say", self.room, text]))
        else:
            self.socket.send(json.dumps({"text": text}))

    def hear(self, timeout=PATIENCE):
        try:
            heard = self.receive(timeout)
        except TimeoutError:
            return None
        if self.socketio:
            event, text = json.loads(heard.removeprefix("42"))
            assert event == "said"
            return text
        return json.loads(heard)["text"]


@pytest.fixture
def guests():
    """Let guests in, and see them all out."""
    entered = []

    def enter(*args, **options):
        entered.append(Guest(*args, **options))
        return entered[-1]

    yield enter
    for guest in entered:
        guest.visit.close()


@pytest.mark.parametrize("kind", ["flask", "django", "quart"])
def test_a_room_hears_what_one_says_and_another_room_does_not(kind, ports, guests):
    ann, bob, eve = (guests(kind, ports(kind), room) for room in ("tea", "tea", "coffee"))
    ann.say("hello <b>")
    assert ann.hear() == bob.hear() == "hello <b>"
    eve.say("alone")
    assert eve.hear() == "alone"
    eve.room = "tea"  # she has not joined it
    eve.say("let me in")
    assert ann.hear(timeout=0.3) is None
    bob.say("bye")
    assert ann.hear() == bob.hear() == "bye"


@pytest.mark.parametrize("kind", ["flask", "django"])
def test_a_guest_who_has_gone_does_not_stop_the_others(kind, ports, guests):
    ann, bob = (guests(kind, ports(kind), "leaving") for _ in range(2))
    ann.visit.close()
    bob.say("still here")
    assert bob.hear() == "still here"


@pytest.mark.parametrize("kind", ["flask", "django"])
def test_another_process_hears_nothing_without_redis(kind, ports, server, guests, redis_url):
    here, there = ports(kind), server(kind)
    redis = [server(kind, REDIS_URL=redis_url) for _ in "ab" if redis_url]
    ann, bob = guests(kind, here, "far"), guests(kind, there, "far")
    ann.say("anybody?")
    assert ann.hear() == "anybody?" and bob.hear(timeout=0.3) is None
    if redis:
        ann, bob = (guests(kind, port, "near") for port in redis)

        def heard():
            ann.say("anybody?")  # again, until both processes listen to Redis
            return bob.hear(timeout=0.2)

        until(lambda: heard() == "anybody?")


@pytest.mark.parametrize("kind", ["flask", "django"])
def test_a_page_of_another_site_may_open_a_socket_in_quart_only(kind, ports, guests):
    assert guests(kind, ports(kind), "tea")
    with pytest.raises(InvalidStatus):
        guests(kind, ports(kind), "tea", origin="https://evil.example")
    assert guests("quart", ports("quart"), "tea", origin="https://evil.example")


def poll(session, sid=None, send=None):
    """One round of Socket.IO's long polling."""
    query = {"EIO": "4", "transport": "polling"} | ({"sid": sid} if sid else {})
    method = "POST" if send else "GET"
    return session.request(method, "/socket.io/", params=query, content=send).text


def test_flask_socketio_polls_where_the_server_has_no_websocket(served, flask):
    with pytest.raises(InvalidStatus):
        Guest("flask", int(served("flask").url.rpartition(":")[2]), "tea")
    sid = json.loads(poll(flask)[1:])["sid"]
    poll(flask, sid, "40")
    assert poll(flask, sid).startswith("40")
    poll(flask, sid, '420["join","tea"]\x1e42["say","tea","by polling"]')
    until(lambda: "by polling" in poll(flask, sid))


def test_each_guest_of_flask_socketio_keeps_a_thread(server, guests):
    port = server("two threads")
    ann, _bob = (guests("flask", port, "tea") for _ in range(2))
    with pytest.raises(TimeoutError):
        guests("flask", port, "tea", patience=0.5)
    ann.visit.close()
    assert guests("flask", port, "tea")


def test_channels_needs_an_asgi_server(served, ports, guests):
    assert guests("django", ports("django"), "tea")
    process, port = serve("manage.py runserver --noreload PORT", HOME / "django_app")
    with pytest.raises(InvalidStatus, match="404"):
        Guest("django", port, "tea")
    process.terminate()
    process.wait(10)


def events(lines):
    """The data of a stream of events."""
    return (json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: "))


def test_a_listener_is_told_the_news_and_forgotten_when_it_goes(client):
    news = "tea\n\ndata: forged"
    with client.stream("GET", "/events") as response:
        heard = events(response.iter_lines())
        assert response.headers["content-type"].startswith("text/event-stream")
        assert next(heard) == "hello"
        assert client.post("/news", data={"text": news}).json() == {"listeners": 1}
        assert next(heard) == news
    until(lambda: client.post("/news", data={"text": "x"}).json() == {"listeners": 0})


def test_the_ninth_listener_waits_in_flask_with_eight_threads(served):
    greeted = {}
    for framework in ("flask", "django"):
        release, hellos = threading.Event(), []

        def listen(url, release=release, hellos=hellos):
            with httpx.stream("GET", url + "/events", timeout=PATIENCE) as response:
                heard = events(response.iter_lines())
                hellos.append(next(heard))
                release.wait(PATIENCE)

        with ThreadPoolExecutor(THREADS + 4) as pool:
            for _ in range(THREADS + 4):
                pool.submit(listen, served(framework).url)
            until(lambda hellos=hellos: len(hellos) >= THREADS)
            if framework == "django":
                until(lambda hellos=hellos: len(hellos) == THREADS + 4)
            time.sleep(0.2)  # one more would be greeted now
            greeted[framework] = len(hellos)
            release.set()
    assert greeted == {"flask": THREADS, "django": THREADS + 4}


@pytest.fixture
def first_words(served):
    """Whether the first words of an answer came before the model had the last ones."""

    def early(framework, path, patience):
        Model.gate.clear()
        impatience = threading.Timer(patience, Model.gate.set)
        impatience.start()
        url = served(framework).url + path
        with httpx.stream("GET", url, params={"q": "tea?"}, timeout=PATIENCE) as response:
            words = response.iter_text()
            first, early = next(words), not Model.gate.is_set()
            Model.gate.set()
            impatience.cancel()
            assert first + "".join(words) == "Tea is ready"
        return early

    return early


def test_an_answer_is_sent_on_as_it_comes(first_words):
    for framework in ("flask", "django"):
        assert first_words(framework, "/answer", patience=PATIENCE)


def test_django_reads_a_sync_iterator_to_its_end_under_asgi(first_words):
    assert not first_words("django", "/answer/careless", patience=0.3)


def test_flask_has_no_request_in_a_careless_stream(flask):
    assert flask.get("/answer/careless?q=tea").status_code == 500
    Model.gate.set()
    assert flask.get("/answer?q=tea").text == "Tea is ready"
