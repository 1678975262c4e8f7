"""What the six apps of docs/compare/other-choices promise, and what each has that others lack."""

import asyncio
import importlib.metadata
import subprocess
import sys
import time
import warnings

import bottle
import fastapi
import httpx
import litestar
import pytest
import quart
from litestar.config.csrf import CSRFConfig
from litestar.exceptions import ImproperlyConfiguredException
from litestar.middleware.rate_limit import RateLimitConfig
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pyramid.config import Configurator
from pyramid.exceptions import ConfigurationConflictError
from pyramid.response import Response
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from harness import ROOT, in_a_thread
from reference.backtest import load_projects

APPS = ("fastapi", "litestar", "quart", "starlette", "pyramid", "bottle")
TYPED = {"fastapi": "/openapi.json", "litestar": "/schema/openapi.json"}
LIVE = APPS[:4]
HOME = ROOT / "docs/compare/other-choices"
PAGES = {".html", ".jinja2", ".mako", ".pt", ".tpl"}


def test_the_river_is_reported_read_and_shown_and_nonsense_is_refused(client):
    assert client.post("/levels", json={"metres": 1.3}).status_code == 201
    assert client.post("/levels", json={"metres": 1.31}).status_code == 201
    assert client.get("/levels?last=2").json() == client.get("/levels").json()[-2:] == [1.3, 1.31]
    page = client.get("/", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html") and "<h1>1.31 m</h1>" in page.text
    for last in ("0", "49", "480", "-1", "two", "1.5", ""):
        answer = client.get("/levels", params={"last": last})
        assert answer.status_code in (400, 422) and "last" in answer.text
    before = client.get("/levels").json()
    headers = {"Content-Type": "application/json"}
    for body in ("", "1", "{}", '{"metres": "high"}', '{"metres": 21}'):
        answer = client.post("/levels", content=body, headers=headers)
        assert answer.status_code in (400, 422)
    assert client.get("/levels").json() == before


def test_the_types_of_fastapi_and_litestar_are_checks_and_a_schema(app, client):
    text = (HOME / f"{app.framework}_app.py").read_text()
    by_hand = "river.how_many(" in text and "river.metres(" in text
    if app.framework not in TYPED:
        assert by_hand and {client.get(path).status_code for path in TYPED.values()} == {404}
        return
    assert not by_hand
    schema = client.get(TYPED[app.framework]).json()
    (last,) = schema["paths"]["/levels"]["get"]["parameters"]
    assert (last["name"], last["in"]) == ("last", "query")
    limits = {"type": "integer", "minimum": 1, "maximum": 48, "default": 24}
    assert limits.items() <= last["schema"].items()
    metres = schema["components"]["schemas"]["Level"]["properties"]["metres"]
    assert {"type": "number", "minimum": 0, "maximum": 20}.items() <= metres.items()


def watch(app):
    """A watcher of the river, by WebSocket."""
    return connect(app.url.replace("http", "ws") + "/watch/levels", close_timeout=0.5)


def heard(watchers, client):
    """Report until everybody hears it: the first report may come before the last has sat down."""
    for _ in range(50):
        assert client.post("/levels", json={"metres": 1.4}).status_code == 201
        try:
            return {watcher.recv(timeout=0.2) for watcher in watchers}
        except TimeoutError:
            continue
    return None


def test_four_of_the_six_tell_those_who_watch(app, client):
    if app.framework not in LIVE:
        with pytest.raises(InvalidStatus, match="404"):
            watch(app)
        return
    with watch(app) as ann:
        ann.send("what a watcher says is for nobody")
        with watch(app) as bob:
            assert heard([ann, bob], client) == {"1.4"}
        assert heard([ann], client) == {"1.4"}  # though bob has gone


class Meeting:
    """Views that block, and how many requests were in them at once."""

    def __init__(self):
        self.here, self.most = [], 0

    def meet(self):
        self.here.append("one more")
        self.most = max(self.most, len(self.here))
        time.sleep(0.02)
        self.here.pop()
        return str(self.most)

    def views(self):
        def plain() -> str:
            return self.meet()

        async def careless() -> str:
            return self.meet()

        return plain, careless


def fastapi_app(view, **options):
    app = fastapi.FastAPI()
    app.get("/", response_class=fastapi.responses.PlainTextResponse)(view)
    return app


def litestar_app(view, **options):
    route = litestar.get("/", media_type="text/plain", **options)(view)
    return litestar.Litestar([route], logging_config=None)


def quart_app(view, **options):
    app = quart.Quart("meeting")
    app.get("/")(view)
    return app


def starlette_app(view, **options):
    if asyncio.iscoroutinefunction(view):

        async def endpoint(request):
            return PlainTextResponse(await view())
    else:

        def endpoint(request):
            return PlainTextResponse(view())

    return Starlette(routes=[Route("/", endpoint)])


def at_once(app):
    """Send ten requests together, and read how many were in the view at once."""

    async def send():
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as session:
            answers = await asyncio.gather(*(session.get("/") for _ in range(10)))
        return max(int(answer.text) for answer in answers)

    return in_a_thread(asyncio.run, send())


BUILD = (fastapi_app, quart_app, starlette_app, litestar_app)


@pytest.mark.filterwarnings("ignore:.*sync_to_thread")
def test_a_blocking_call_stops_everybody_unless_its_view_runs_in_a_thread():
    for build in BUILD:
        plain, careless = Meeting().views()
        assert at_once(build(careless)) == 1
        assert at_once(build(plain, sync_to_thread=True)) > 1
    plain, _ = Meeting().views()
    assert at_once(litestar_app(plain)) == 1  # nobody asked for a thread


def test_the_pages_of_the_quart_app_are_a_flask_app_without_await(monkeypatch):
    text = (HOME / "quart_app.py").read_text().partition("# --8<-- [end:http]")[0]
    for quarts, flasks in [
        ("quart", "flask"),
        ("Quart", "Flask"),
        (", websocket", ""),
        ("async def", "def"),
        ("await ", ""),
    ]:
        assert quarts in text
        text = text.replace(quarts, flasks)
    monkeypatch.syspath_prepend(HOME)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    module = {"__name__": "river_on_flask", "tell": lambda level: None}
    exec(text, module)
    client = module["app"].test_client()
    assert client.post("/levels", json={"metres": 1.5}).status_code == 201
    assert client.get("/levels?last=1").json == [1.5]
    assert client.get("/levels?last=0").status_code == 400
    assert "<h1>1.5 m</h1>" in client.get("/").text


def needs(package, seen=None):
    """The packages that come along with a package."""
    seen = set() if seen is None else seen
    for text in importlib.metadata.requires(package) or []:
        need = Requirement(text)
        name = canonicalize_name(need.name)
        if name not in seen and (not need.marker or need.marker.evaluate({"extra": ""})):
            seen.add(name)
            needs(name, seen)
    return seen


def test_starlette_needs_anyio_and_fastapi_is_a_starlette():
    direct = {Requirement(text) for text in importlib.metadata.requires("starlette")}
    direct = {r.name for r in direct if not r.marker or r.marker.evaluate({"extra": ""})}
    assert {"anyio"} <= direct <= {"anyio", "typing_extensions", "typing-extensions"}
    assert issubclass(fastapi.FastAPI, Starlette)


def test_none_of_the_six_installs_a_database_library_or_pages_for_staff():
    databases = {"sqlalchemy", "peewee", "django", "tortoise-orm", "pymongo", "psycopg", "piccolo"}
    for package in APPS:
        assert not databases & needs(package)
        files = [file for file in importlib.metadata.files(package) if file.suffix in PAGES]
        assert all("litestar/exceptions" in str(file) for file in files)


def test_litestar_limits_caches_and_refuses_by_its_own_parts():
    calls = []

    @litestar.get("/", media_type="text/plain", cache=60)
    async def read() -> str:
        calls.append("once")
        return str(len(calls))

    @litestar.post("/")
    async def write() -> None:
        raise AssertionError("no token was sent")

    async def visit(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as session:
            return [await session.get("/"), await session.post("/"), await session.get("/")]

    def build(**options):
        return litestar.Litestar([read, write], logging_config=None, **options)

    csrf = CSRFConfig(secret="a" * 32)  # in a test only
    first, refused, again = in_a_thread(asyncio.run, visit(build(csrf_config=csrf)))
    assert (first.text, refused.status_code, again.text) == ("1", 403, "1") and len(calls) == 1
    limit = RateLimitConfig(rate_limit=("minute", 2)).middleware
    assert in_a_thread(asyncio.run, visit(build(middleware=[limit])))[2].status_code == 429


def one() -> str:
    return "one"


def two() -> str:
    return "two"


def test_two_views_for_one_request_stop_pyramid_and_litestar_only():
    config = Configurator()
    for view in (one, two):
        config.add_view(lambda request, view=view: Response(view()), name="here")
    with pytest.raises(ConfigurationConflictError):
        config.commit()
    with pytest.raises(ImproperlyConfiguredException):
        litestar.Litestar([litestar.get("/", sync_to_thread=False)(view) for view in (one, two)])
    with warnings.catch_warnings(action="error"):
        for build in (fastapi.FastAPI(), quart.Quart("twice"), bottle.Bottle()):
            for view in (one, two):
                build.get("/")(view)
        Starlette(routes=[Route("/", one), Route("/", two)])


def test_one_address_of_pyramid_has_a_view_for_people_and_one_for_programs(served):
    url = served("pyramid").url
    assert "<h1>" in httpx.get(url, headers={"Accept": "text/html"}).text
    assert "metres" in httpx.get(url, headers={"Accept": "application/json"}).json()


def test_bottle_is_one_file_and_needs_nothing_else(tmp_path):
    assert not needs("bottle")
    for file in (HOME / "bottle_app.py", HOME / "river.py", ROOT / bottle.__file__):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    code = """
import sys
from wsgiref.util import setup_testing_defaults
import bottle_app
assert not [path for path in sys.path if path.endswith("-packages")]
environ = {}
setup_testing_defaults(environ)
print(b"".join(bottle_app.app(environ, lambda *answer: None)).decode())
"""
    bare = [sys.executable, "-S", "-c", code]  # -S: nothing that was installed
    done = subprocess.run(bare, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "<h1>1.24 m</h1>" in done.stdout


def test_five_of_the_ten_that_chose_neither_left_flask_for_concurrency():
    projects = load_projects(ROOT / "docs/decide/projects.yml", ROOT)
    other = [project for project in projects if project["group"] == "other"]
    said = [
        project
        for project in other
        if project["documented_reason"]["kind"] == "first-hand"
        and "async/concurrency" in project["documented_reason"]["themes"]
    ]
    assert (len(other), len(said)) == (10, 5)
    left = [f"{project['migration']['from']} to {project['migration']['to']}" for project in said]
    assert sorted(text.partition("/")[0].partition(" (")[0] for text in left) == [
        "Flask -> Quart to FastAPI",
        "Flask to FastAPI",
        "Flask to Quart",
        "Flask to Quart",
        "Flask to Starlette",
    ]
