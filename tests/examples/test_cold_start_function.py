"""What the functions of docs/examples/cold-start-function promise, and what each has to load."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from harness import ROOT, Running, Shown, find

HOME = ROOT / "docs/examples/cold-start-function"
KEY = {"x-column-key": "a key that a test may know"}
ENV = {"COLUMN_KEY": KEY["x-column-key"], "ALLOWED_HOSTS": "127.0.0.1,columns.example"}
EXPORT = {"cards": {"EC-1": "open", "EC-2": "blocked"}, "price": {"day": 39, "night": 29}}
WRAPPED = "from apig_wsgi import make_lambda_handler; handler = make_lambda_handler({})"
# Modules are counted without coverage, which loads some of its own.
UNCOVERED = {"COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
HANDLERS = {
    "plain": "from plain import handler",
    "flask": "from flask_app import handler",
    "django": "from config.aws import handler",
}
DRIVER = """
import json, sys
answers, at_first = [], set(sys.modules)
{start}
steps = [sorted(set(sys.modules) - at_first)]
for event in {events!r}:
    try:
        answers.append(handler(event, None))
    except Exception as error:
        answers.append(repr(error))
    steps.append(sorted(set(sys.modules) - at_first))
print(json.dumps([answers, steps]))
"""


def asked(path, method="GET", headers=KEY):
    """A request, as the platform's gateway writes it down."""
    http = {"method": method, "sourceIp": "192.0.2.7", "protocol": "HTTP/1.1"}
    event = {"version": "2.0", "rawPath": path, "rawQueryString": "", "isBase64Encoded": False}
    headers = {"host": "columns.example", **headers}
    return event | {"headers": headers, "requestContext": {"http": http}, "body": ""}


MEMBER, FOREIGN = asked("/cards/EC-1"), asked("/cards/NL-1")
OLDER = {  # the same as MEMBER, in the older of the gateway's two formats
    "path": "/cards/EC-1",
    "httpMethod": "GET",
    "headers": MEMBER["headers"],
    "multiValueHeaders": {name: [value] for name, value in MEMBER["headers"].items()},
    "requestContext": {"httpMethod": "GET"},
    "isBase64Encoded": False,
    "body": "",
}


@pytest.fixture(scope="module")
def hub():
    """The hub of the other networks allows whatever is asked, and four cards in a way of theirs."""
    said = {"/NL-2": b"oops", "/NL-4": b'["allowed"]'}

    class Hub(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append(self.path)
            if self.path == "/NL-5":
                time.sleep(0.8)  # with what comes before and after, too long for a column
            self.send_response(404 if self.path == "/NL-3" else 200)
            self.end_headers()
            self.wfile.write(said.get(self.path, b'{"allowed": true}'))

        def log_message(self, *words):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        threading.Thread(target=server.serve_forever).start()
        server.asked, server.url = [], f"http://127.0.0.1:{server.server_port}"
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def invoke(hub, tmp_path_factory):
    """Start a function anew and hand it events: its answers, and what was loaded at each step."""

    def invoke(kind, *events, start=None, shown=None, **env):
        shown = shown or (Shown(HOME, "plain") if kind == "plain" else find(HOME, kind))
        app = Running(kind, shown, tmp_path_factory.mktemp(kind), ENV)
        (app.data / "export.json").write_text(json.dumps(EXPORT))
        code = DRIVER.format(start=start or HANDLERS[kind], events=events)
        answers, steps = json.loads(app.run(["python", "-c", code], HUB_URL=hub.url, **env).stdout)
        return answers, [set(step) for step in steps]

    return invoke


@pytest.fixture(scope="module")
def loaded(invoke):
    """What is loaded when a function can take events, has had a member's, has had a foreign one."""
    return {kind: invoke(kind, MEMBER, FOREIGN, **UNCOVERED)[1] for kind in HANDLERS}


@pytest.mark.parametrize("kind", HANDLERS)
def test_columns_get_the_same_answers(invoke, kind):
    paths = ["/cards/EC-1", "/cards/EC-2", "/cards/NL-1", "/cards/NL-2", "/cards/NL-3", "/price"]
    refused = [asked("/nowhere"), asked("/price", "POST"), asked("/price", headers={})]
    answers, _ = invoke(kind, *[asked(path) for path in paths], *refused)
    may = [json.loads(answer["body"]) for answer in answers[:6]]
    assert [one.get("may_charge") for one in may] == [True, False, True, False, False, None]
    assert may[5] == EXPORT["price"]
    assert [answer["statusCode"] for answer in answers[6:]] == [404, 405, 403]


@pytest.mark.parametrize("kind", HANDLERS)
def test_a_hub_that_is_late_or_says_something_else_allows_nothing(invoke, kind):
    answers, _ = invoke(kind, *[asked(f"/cards/NL-{number}") for number in (4, 5)])
    assert [json.loads(answer["body"]) for answer in answers] == [{"may_charge": False}] * 2


@pytest.mark.parametrize("kind", HANDLERS)
def test_a_card_cannot_choose_what_the_hub_is_asked(invoke, hub, kind):
    cards = ["..", "NL-1?as=EC-1", "NL-1%3Fas=EC-1", "NL-1#", "NL-\u0661", "nl-1", "NL-" + "1" * 21]
    hub.asked.clear()
    answers, _ = invoke(kind, *[asked(f"/cards/{card}") for card in cards])
    assert hub.asked == [] and "true" not in str(answers)


def test_flask_loads_fewer_modules_than_django_and_none_loads_fewest(loaded):
    ready = {kind: len(steps[0]) for kind, steps in loaded.items()}
    assert ready["plain"] < 50 and 200 < ready["flask"] < 300 and 400 < ready["django"] < 500


def test_a_project_as_startproject_writes_it_loads_a_hundred_more(loaded, invoke, tmp_path):
    Running("django", Shown(tmp_path, ""), tmp_path).run("django-admin startproject config .")
    wrapped = "from config.wsgi import application; import config.urls; "
    wrapped += WRAPPED.format("application")
    _, (fresh,) = invoke("django", start=wrapped, shown=Shown(tmp_path, ""), **UNCOVERED)
    assert len(fresh) > len(loaded["django"][0]) + 100


def test_django_loads_its_views_at_the_first_event_unless_told(loaded, invoke):
    start = "from config.wsgi import app; " + WRAPPED.format("app")
    _, (ready, later) = invoke("django", MEMBER, start=start)
    assert "columns.views" not in ready and "columns.views" in later
    assert "columns.views" in loaded["django"][0]


def test_an_import_in_the_view_waits_until_it_is_needed(loaded):
    for kind in HANDLERS:
        ready, member, foreign = loaded[kind]
        assert "httpx" not in member and "httpx" in foreign
        assert len(member) - len(ready) < 10 and len(foreign) - len(member) > 90


@pytest.mark.parametrize("kind", ["flask", "django"])
def test_an_app_answers_other_formats_of_the_event(invoke, kind):
    answers, _ = invoke(kind, MEMBER, OLDER)
    assert [json.loads(answer["body"]) for answer in answers] == [{"may_charge": True}] * 2
    (broken,), _ = invoke("plain", OLDER)
    assert broken == "KeyError('http')"


def test_an_app_answers_on_an_ordinary_server(client, app):
    (app.data / "export.json").write_text(json.dumps(EXPORT))
    assert client.get("/cards/EC-1", headers=KEY).json() == {"may_charge": True}
    assert client.get("/cards/EC-1").status_code == 403
