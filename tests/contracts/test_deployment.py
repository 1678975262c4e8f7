"""What both apps of docs/compare/deployment promise, and where they differ."""

import json
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import httpx
import pytest

from services import answers, free_port

MODULES = {"flask": "flask_app:app", "django": "config.wsgi:app"}
HANDLERS = {"flask": "flask_app.aws", "django": "config.aws"}
PREPARE = {"django": ["python manage.py collectstatic --noinput"]}
EVENT = {
    "version": "2.0",
    "rawPath": "/orders/",
    "rawQueryString": "",
    "headers": {"host": "shop.example", "content-type": "application/json"},
    "requestContext": {"http": {"method": "POST", "sourceIp": "192.0.2.7", "protocol": "HTTP/1.1"}},
    "body": '["book"]',
    "isBase64Encoded": False,
}
PROBE = {"host": "10.0.0.5"}  # how a load balancer asks


@pytest.fixture(scope="module", autouse=True)
def environment():
    """The environment in which both apps are served."""
    with pytest.MonkeyPatch.context() as env:
        env.setenv("SECRET_KEY", "a long random value, made for this test only, and checked")
        yield env


@pytest.fixture
def deployed(app, tmp_path):
    """A folder of its own for what Gunicorn serves, so that a release can be replaced there."""
    (tmp_path / "RELEASE").write_text("1")
    return Deployed(app, tmp_path)


class Deployed:
    """An app with releases: what is written to the file RELEASE is the newest."""

    def __init__(self, app, data):
        config = {"flask": "gunicorn.conf.py", "django": "../gunicorn.conf.py"}[app.framework]
        # One worker at first, so that whoever has answered is the one that has started.
        options = ["-c", config, "--workers", "1", MODULES[app.framework]]
        self.start = [sys.executable, "-m", "gunicorn", *options]
        self.app, self.data, self.log = app, data, data / "gunicorn.log"
        self.framework, self.env = app.framework, {**app.env, "APP_DATA": str(data)}

    def put(self, release):
        (self.data / "RELEASE").write_text(release)

    def found_bad(self, check):
        """Whether a command complains of the release that was put in place."""
        return bool(self.app.run(check, check=False, APP_DATA=str(self.data)).returncode)

    def booted(self):
        """How many workers have been started so far."""
        return self.log.read_text().count("Booting worker")

    def wait_for(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.02)

    @contextmanager
    def serve(self):
        """Gunicorn on a port of its own: its process and a client that keeps no connection."""
        port, folder = free_port(), self.app.shown.folder
        env = {**self.env, "BIND": f"127.0.0.1:{port}"}
        with open(self.log, "w") as log:
            server = subprocess.Popen(self.start, cwd=folder, env=env, stdout=log, stderr=log)
        try:
            self.wait_for(lambda: answers(port))
            headers = {"connection": "close"}
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers) as client:
                yield server, client
        finally:
            server.terminate()
            server.wait(40)


def release(client):
    """The release that answers."""
    response = client.post("/orders/", json=["book"])
    assert response.status_code == 200
    return response.json()["release"]


def invoke(app, event, **env):
    """Start the Lambda handler of the app anew and hand it an event."""
    code = f"import json; from {HANDLERS[app.framework]} import handler; "
    code += f"print(json.dumps(handler({event!r}, None)))"
    return json.loads(app.run([sys.executable, "-c", code], **env).stdout)


@contextmanager
def upload(client):
    """An order of which half has arrived: the view is waiting for the rest."""
    body = json.dumps(["book", "pen"]).encode()
    with socket.create_connection((client.base_url.host, client.base_url.port), 30) as line:
        head = f"POST /orders/ HTTP/1.1\r\nHost: shop.example\r\nContent-Length: {len(body)}\r\n"
        head += "Content-Type: application/json\r\nExpect: 100-continue\r\n\r\n"
        line.sendall(head.encode())
        assert b"100 Continue" in line.recv(100)
        line.sendall(body[:5])

        def finish():
            line.sendall(body[5:])
            answer = b""
            while b"\r\n\r\n" not in answer or b"}" not in answer:
                answer += line.recv(1000)
            return json.loads(answer.rpartition(b"\r\n\r\n")[2])

        yield finish


def test_a_restart_under_load_drops_nothing(deployed):
    """With an order half sent: every request is answered, that one by the old release."""
    done, seen = Event(), []

    def load():
        while not done.is_set():
            seen.append(release(client))

    with deployed.serve() as (server, client), ThreadPoolExecutor() as pool:
        with upload(client) as finish:
            visitors = [pool.submit(load) for _ in range(3)]
            try:
                deployed.put("2")
                server.send_signal(signal.SIGHUP)
                # Until the old worker has been told to go, and no longer takes visitors.
                deployed.wait_for(lambda: deployed.booted() == 2 and seen[-30:] == [2] * 30)
                assert finish() == {"items": 2, "release": 1}
            finally:
                done.set()
        assert [visitor.result() for visitor in visitors] == [None] * 3


BROKEN = "not a number"


def test_a_broken_release_stops_flask_and_starts_in_django(deployed):
    """What breaks is a line that runs when the module of the views is imported."""
    with deployed.serve() as (server, client):
        assert client.get("/health/").status_code == 200
        deployed.put(BROKEN)
        server.send_signal(signal.SIGHUP)
        if deployed.framework == "flask":
            assert server.wait(30)
            return
        deployed.wait_for(lambda: client.get("/").status_code == 500)
        assert client.get("/health/").status_code == 200


def test_gunicorn_checks_a_release_of_flask_and_manage_py_check_one_of_django(deployed):
    load, django = [*deployed.start, "--check-config"], ["python", "manage.py", "check"]
    assert not deployed.found_bad(load)
    deployed.put(BROKEN)
    if deployed.framework == "flask":
        assert deployed.found_bad(load)
    else:
        assert not deployed.found_bad(load)
        assert deployed.found_bad(django)


def test_the_health_check_fails_without_the_database(app, client, tmp_path):
    assert client.get("/health/").status_code == 200
    probe = {**EVENT, "rawPath": "/health/"}
    assert invoke(app, probe, APP_DATA=str(tmp_path / "unplugged"))["statusCode"] == 503


def test_a_probe_by_address_is_refused_by_the_pages_and_answered_by_the_health_check(client):
    assert client.get("/", headers=PROBE).status_code == 400
    assert client.get("/health/", headers=PROBE).status_code == 200


def test_style_sheets_come_from_the_app(client):
    page = client.get("/").text
    assert "release 1" in page
    assert client.get(page.split('href="')[1].split('"')[0]).text.startswith("body")


def test_a_missing_secret_key_stops_the_start(app):
    code = f"import {HANDLERS[app.framework]}"
    env = {name: value for name, value in app.env.items() if name != "SECRET_KEY"}
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, cwd=app.shown.folder, env=env, capture_output=True, text=True)
    assert done.returncode and "SECRET_KEY" in done.stderr


def test_a_lambda_function_answers_an_event_with_the_same_app(app):
    answer = invoke(app, EVENT)
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["items"] == 1


def test_only_django_has_a_command_that_refuses_unsafe_settings(served):
    django, flask = served("django"), served("flask")
    check = "python manage.py check --deploy --fail-level WARNING"
    assert django.run(check).returncode == 0
    unsafe = django.run(check, check=False, DJANGO_DEBUG="1")
    assert unsafe.returncode and "security.W018" in unsafe.stderr
    assert "check" not in flask.run("flask --help").stdout.partition("Commands:")[2]
