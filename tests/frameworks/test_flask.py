"""What docs/frameworks/flask says of Flask: its guest list, its parts, and its async views."""

import importlib.metadata
import shutil

import click
import httpx
import jinja2
import pytest
import werkzeug
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from packaging.requirements import Requirement

from harness import ROOT, Running, Shown, most_at_once

PREPARE = {"flask": ["flask init-db"]}


def test_a_guest_is_added_and_stays(flask):
    response = flask.post("/", data={"name": "Ada"})
    assert response.is_redirect and response.headers["location"] == "/"
    assert "<li>Ada</li>" in flask.get("/").text


@pytest.mark.parametrize("name", ["", "   ", "x" * 81], ids=["empty", "blank", "long"])
def test_a_wrong_name_is_refused_and_the_form_comes_back(flask, name):
    response = flask.post("/", data={"name": name})
    assert response.status_code == 200 and 'role="alert"' in response.text
    assert f"<li>{name}</li>" not in flask.get("/").text


def test_a_name_cannot_bring_html_along(flask):
    flask.post("/", data={"name": "<b>Bo</b>"})
    assert "<li>&lt;b&gt;Bo&lt;/b&gt;</li>" in flask.get("/").text


def test_the_shown_test_passes(served):
    command = "python -m pytest -q -p no:cacheprovider test_flask_app.py"
    served("flask").run(command, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")


def test_a_form_without_a_token_is_accepted(flask):
    assert flask.post("/", data={"name": "Eve"}).is_redirect


def test_the_whole_app_is_one_file(tmp_path):
    shutil.copy(ROOT / "docs/frameworks/flask/flask_app.py", tmp_path)
    app = Running("flask", Shown(tmp_path, "flask_app"), tmp_path)
    app.run("flask init-db")
    app.start()
    httpx.post(app.url, data={"name": "Ada"})
    assert "<li>Ada</li>" in httpx.get(app.url).text
    app.stop()


def test_flask_is_these_parts_and_no_others():
    needs = [Requirement(text) for text in importlib.metadata.requires("flask")]
    packages = {n.name for n in needs if not n.marker or n.marker.evaluate({"extra": ""})}
    assert packages == {"werkzeug", "jinja2", "markupsafe", "itsdangerous", "click", "blinker"}
    app = Flask("parts")
    assert isinstance(app.url_map, werkzeug.routing.Map)
    assert issubclass(app.request_class, werkzeug.Request)
    assert issubclass(app.response_class, werkzeug.Response)
    assert isinstance(app.jinja_env, jinja2.Environment)
    assert isinstance(app.session_interface, SecureCookieSessionInterface)
    assert isinstance(app.cli, click.Group)
    assert isinstance(app.test_client(), werkzeug.test.Client)


MEETING = """
import asyncio
from {module} import {name}

app = {name}(__name__)
here = []
most = 0

@app.get("/")
async def meet():
    global most
    here.append("one more")
    most = max(most, len(here))
    for _ in range({looks}):  # wait until all 20 are here, or give up
        if most < 20:
            await asyncio.sleep(0.01)
    here.pop()
    return str(most)
"""


def test_an_async_view_of_flask_keeps_its_worker_until_it_is_done(tmp_path):
    code = MEETING.format(module="flask", name="Flask", looks=50)
    assert most_at_once(tmp_path, code, asgi=False) == 8  # the threads that tests/serve.py gives


def test_the_same_view_under_quart_needs_no_worker_of_its_own(tmp_path):
    code = MEETING.format(module="quart", name="Quart", looks=2000)
    assert most_at_once(tmp_path, code, asgi=True) == 20


def test_flask_refuses_a_websocket(flask):
    handshake = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    handshake["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ=="
    assert flask.get("/").status_code == 200
    assert flask.get("/", headers=handshake).status_code == 400
