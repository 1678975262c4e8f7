"""What both apps of docs/compare/errors-and-debugging promise, and where they differ."""

import re
import subprocess
import sys
import time

import httpx
import pytest
from django.conf import global_settings, urls

from harness import ROOT, Running, find

HOME = ROOT / "docs/compare/errors-and-debugging"
FLASK_PLAIN = """
from flask import Flask
app = Flask("plain")
app.add_url_rule("/crash/", view_func=lambda: 1 / 0)
print(app.test_client().get("/crash/").status_code)
"""
DJANGO_PLAIN = """
import config.settings
del config.settings.LOGGING
from config.wsgi import app
from django.test import RequestFactory
print(app.get_response(RequestFactory().get("/crash/", headers={"host": "localhost"})).status_code)
"""


@pytest.fixture(scope="module")
def debugging(tmp_path_factory):
    """Start an app with its debug flag on, behind the same server: name → a client."""
    started = {}

    def start(framework):
        if framework not in started:
            app = Running(framework, find(HOME, framework), tmp_path_factory.mktemp(framework))
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("FLASK_DEBUG", "1")
                patch.setenv("DJANGO_DEBUG", "1")
                started[framework] = app.start()
        return httpx.Client(base_url=started[framework].url, timeout=20)

    yield start
    for app in started.values():
        app.stop()


@pytest.fixture
def debugger(served, tmp_path):
    """`flask run --debug`, as on a developer's machine: a client and the log."""
    app, log = served("flask"), tmp_path / "log"
    words = [sys.executable, "-m", "flask", "run", "--debug", "--no-reload", "--port", "0"]
    with open(log, "w") as output:
        process = subprocess.Popen(
            words, cwd=app.shown.folder, env=app.env, stdout=output, stderr=subprocess.STDOUT
        )
    url, deadline = None, time.monotonic() + 20
    while not url and time.monotonic() < deadline:
        time.sleep(0.02)
        url = re.search(r"http://127\.0\.0\.1:\d+\n", log.read_text())
    with httpx.Client(base_url=url[0].strip(), timeout=20) as client:
        yield client, log.read_text
    process.terminate()
    process.wait(10)


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/nowhere/", 404, "Not Found"),
        ("/orders/7/", 404, "Not Found"),
        ("/crash/", 500, "Internal Server Error"),
    ],
)
def test_a_visitor_gets_a_page_of_ours(client, path, status, name):
    response = client.get(path)
    assert response.status_code == status
    assert f"<h1>Sorry: {name}</h1>" in response.text
    assert "4111" not in response.text and "ZeroDivisionError" not in response.text


@pytest.mark.parametrize(
    ("path", "status"), [("/api/nowhere/", 404), ("/api/orders/7/", 404), ("/api/crash/", 500)]
)
def test_an_api_client_gets_json(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    problem = response.json()
    assert problem["status"] == status
    assert problem["request_id"] == response.headers["x-request-id"]


def test_one_handler_of_flask_takes_every_http_error_and_a_405_passes_those_of_django(
    flask, django
):
    for client in (flask, django):
        response = client.post("/api/orders/1/")
        assert response.status_code == 405 and "GET" in response.headers["allow"]
        if client is flask:
            assert response.json()["error"] == "Method Not Allowed"
        else:
            assert response.content == b""
    handlers = [name for name in urls.__all__ if name.startswith("handler")]
    assert handlers == ["handler400", "handler403", "handler404", "handler500"]


def test_a_handler_of_a_blueprint_misses_the_urls_that_no_route_matches(flask):
    assert flask.get("/old-api/orders/7/").json() == {"error": "Not Found"}
    assert flask.get("/old-api/nowhere/").headers["content-type"].startswith("text/html")
    assert flask.get("/api/nowhere/").headers["content-type"] == "application/json"


def test_every_line_of_the_log_carries_the_id_of_its_request(app, client):
    found = client.get("/orders/1/").headers["x-request-id"]
    assert f"INFO [{found}] looking for order 1" in app.output()
    crashed = client.get("/crash/").headers["x-request-id"]
    assert crashed != found
    line = app.output().index(f"ERROR [{crashed}]")
    assert "ZeroDivisionError" in app.output()[line:]
    missing = client.get("/nowhere/").headers["x-request-id"]
    if app.framework == "django":  # Flask logs no line about a 404
        assert f"WARNING [{missing}] Not Found: /nowhere/" in app.output()


def test_an_id_from_outside_is_kept_unless_it_could_forge_a_line(app, client):
    given = "trace-0123456789"
    response = client.get("/orders/1/", headers={"X-Request-ID": given})
    assert response.headers["x-request-id"] == given
    for bad in ("x] ERROR [y", "short", "a" * 65):
        response = client.get("/orders/1/", headers={"X-Request-ID": bad})
        assert re.fullmatch("[0-9a-f]{32}", response.headers["x-request-id"])
    assert "x] ERROR" not in app.output()


def test_without_logging_settings_only_flask_prints_an_error_of_production(served):
    for framework, code in [("flask", FLASK_PLAIN), ("django", DJANGO_PLAIN)]:
        env = {"DJANGO_SETTINGS_MODULE": "config.settings"}
        done = served(framework).run(["python", "-c", code], **env)
        assert done.stdout == "500\n"
        assert ("ZeroDivisionError" in done.stderr) == (framework == "flask")
    assert global_settings.ADMINS == []


def test_debug_left_on_behind_a_server_shows_code_and_values_in_django_only(debugging):
    flasks = debugging("flask").get("/crash/")
    djangos = debugging("django").get("/crash/", headers={"Accept": "text/html"})
    assert flasks.status_code == djangos.status_code == 500
    for told in ("ZeroDivisionError", "4111-1111", "views.py"):  # the error, a value, the code
        assert told in djangos.text and told not in flasks.text
    assert "Sorry" not in flasks.text + djangos.text


def test_django_hides_settings_by_their_name_and_shows_the_others(debugging):
    page = debugging("django").get("/crash/", headers={"Accept": "text/html"}).text
    assert "for this example only" not in page
    assert "hunter2" in page


def test_with_debug_on_a_404_of_django_lists_the_urls(debugging):
    assert "api/crash/" in debugging("django").get("/nowhere/").text
    assert "api/crash/" not in debugging("flask").get("/nowhere/").text


def test_the_debugger_of_flask_runs_python_for_whoever_knows_its_pin(debugger):
    client, log = debugger
    page = client.get("/crash/").text
    assert "ZeroDivisionError" in page and "4111-1111&#34;" in page
    secret = re.search('SECRET = "(.*?)"', page)[1]
    frame = re.findall(r'id="frame-(\d+)"', page)[-1]
    ask = {"__debugger__": "yes", "s": secret, "frm": frame, "cmd": "card * 2"}
    assert "4111-11114111-1111" not in client.get("/", params=ask).text
    client.get("/", params={**ask, "cmd": "printpin"})
    pin = re.search(r"pin code: ([\d-]+)", log())[1]
    given = client.get("/", params={**ask, "cmd": "pinauth", "pin": pin})
    assert given.json()["auth"]
    assert "4111-11114111-1111" in client.get("/", params=ask).text
