"""What the apps of docs/examples/streamed-answers promise, seen by readers and by the model."""

import json
import runpy
import socket
import threading
import time

import httpx
import pytest

from harness import ROOT

STAND_IN = runpy.run_path(str(ROOT / "docs/examples/streamed-answers/model.py"))
APPS = ("starlette", "flask", "django")
ENV = {}  # the fixture adds the address of the model
PATIENCE, READERS = 30, 44
MANY = {"question": "please " * 250}


@pytest.fixture(scope="module", autouse=True)
def serving():
    server = STAND_IN["Model"](port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ENV["MODEL"] = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()


@pytest.fixture
def model(serving):
    serving.thinks = serving.pauses = 0
    serving.calls.clear()
    return serving


def until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def ask(app, path="/answer"):
    """Send a question and leave the connection to the caller."""
    body = json.dumps(MANY)
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
    head += "Content-Type: application/json\r\n\r\n"
    reader = socket.create_connection(("127.0.0.1", httpx.URL(app.url).port))
    reader.sendall((head + body).encode())
    return reader


def leave_while_it_thinks(app, model):
    """Ask, go away when the model has begun to think, and say how many words it wrote then."""
    with ask(app):
        until(lambda: model.calls)
    until(lambda: model.calls[0]["over"])
    return model.calls[0]["written"]


def test_the_answer_comes_word_by_word(client, model):
    model.pauses = 0.01
    with client.stream("POST", "/answer", json=MANY) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = (line for line in answer.iter_lines() if line)
        assert [next(lines), next(lines)] == ['data: "You"', 'data: "asked:"']
        assert not model.calls[0]["over"]
        model.pauses = 0
        assert list(lines)[-3:] == ['data: "says."', "event: done", "data: {}"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", b'{"question": " "}', b'{"question": 1}'])
def test_what_is_no_question_never_reaches_the_model(client, model, body):
    headers = {"Content-Type": "application/json"}
    assert client.post("/answer", content=body, headers=headers).status_code == 400
    too_long = {"question": "x" * 2001}
    assert client.post("/answer", json=too_long).status_code == 400
    form = {"Content-Type": "text/plain"}
    assert client.post("/answer", content='{"question": "x"}', headers=form).status_code == 415
    assert client.get("/answer").status_code == 405
    assert not model.calls


def test_json_that_names_its_charset_is_json(client, model):
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    answer = client.post("/answer", content=json.dumps(MANY), headers=headers)
    assert answer.status_code == 200 and len(model.calls) == 1


def test_who_leaves_while_it_writes_stops_the_model(client, model):
    model.pauses = 0.02
    with client.stream("POST", "/answer", json=MANY) as answer:
        assert next(answer.iter_lines()) == 'data: "You"'
    until(lambda: model.calls[0]["over"])
    assert 0 < model.calls[0]["written"] < model.calls[0]["words"]


@pytest.mark.parametrize("framework", ["starlette", "django"])
def test_who_leaves_while_it_thinks_stops_the_model_under_asgi(served, model, framework):
    model.thinks = PATIENCE * 2
    assert leave_while_it_thinks(served(framework), model) == 0


def test_flask_notices_who_has_gone_when_it_has_a_word_to_send(served, model):
    model.thinks, model.pauses = 0.5, 0.02
    assert 0 < leave_while_it_thinks(served("flask"), model) < model.calls[0]["words"]


class Failing(STAND_IN["Answer"]):
    """A model that fails in the middle of its answer."""

    def do_POST(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'"You"\n')


def test_a_model_that_fails_in_the_middle_is_told_as_an_event(client, model, monkeypatch):
    monkeypatch.setattr(model, "RequestHandlerClass", Failing)
    answer = client.post("/answer", json=MANY)
    assert answer.status_code == 200
    assert answer.text == 'data: "You"\n\nevent: failed\ndata: {}\n\n'


class Held(STAND_IN["Answer"]):
    """A model that thinks until the gate opens."""

    gate = threading.Event()
    waiting = []

    def do_POST(self):
        self.waiting.append(self)
        self.gate.wait(PATIENCE)
        super().do_POST()


@pytest.fixture
def wait_at_once(served, model, monkeypatch):
    """How many of many readers the model is thinking for at once."""
    monkeypatch.setattr(model, "RequestHandlerClass", Held)

    def count(framework, path, expect):
        Held.gate.clear()
        Held.waiting.clear()
        readers = [ask(served(framework), path) for _ in range(READERS)]
        until(lambda: len(Held.waiting) >= expect)
        time.sleep(0.2)  # one more would arrive now
        most = len(Held.waiting)
        Held.gate.set()
        until(lambda: sum(call["over"] for call in model.calls) == READERS)
        model.calls.clear()
        for reader in readers:
            assert reader.recv(12) == b"HTTP/1.1 200"
            reader.close()
        return most

    return count


def test_as_many_wait_at_once_as_come_or_as_flask_has_threads(wait_at_once):
    assert wait_at_once("starlette", "/answer", READERS) == READERS
    assert wait_at_once("django", "/answer", READERS) == READERS
    assert wait_at_once("flask", "/answer", 8) == 8


def test_a_generator_that_is_not_async_keeps_one_of_40_threads(wait_at_once):
    assert wait_at_once("starlette", "/careless", 40) == 40
