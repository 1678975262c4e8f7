"""What an async view does in the apps of docs/compare/async, counted where their calls arrive."""

import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from harness import ROOT, Running, Shown, most_at_once
from services import answers, free_port

HOME = ROOT / "docs/compare/async"
VISITORS, THREADS, CALLS = 12, 8, 3  # THREADS is what tests/serve.py gives to WSGI


class Suppliers(ThreadingHTTPServer):
    """Slow suppliers: they hold every call until `want` calls are there at once."""

    daemon_threads = True
    request_queue_size = 100
    most = 0

    def hold_until(self, want):
        self.want, self.here, self.most = want, 0, 0
        self.lock, self.enough = threading.Lock(), threading.Event()

    def answer(self):
        with self.lock:
            self.here += 1
            self.most = max(self.most, self.here)
            last = self.here == self.want and not self.enough.is_set()
        if last:
            time.sleep(0.2)  # one too many would arrive now
            self.enough.set()
        self.enough.wait(20)
        with self.lock:
            self.here -= 1


class Supplier(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body leave in one packet

    def do_GET(self):
        self.server.answer()
        self.send_response(200)
        self.send_header("Content-Length", "1")
        self.end_headers()
        self.wfile.write(b"7")

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module", autouse=True)
def suppliers():
    server = Suppliers(("127.0.0.1", 0), Supplier)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ["SUPPLIERS"] = f"http://127.0.0.1:{server.server_port}"
    yield server
    del os.environ["SUPPLIERS"]
    server.shutdown()


def until(condition):
    """Wait until something is so."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@contextmanager
def gunicorn(worker, shown):
    """Serve with one worker process of Gunicorn, of the kind named; yield its address."""
    port = free_port()
    words = ["-w", "1", "-b", f"127.0.0.1:{port}", "--graceful-timeout", "1"]
    words += ["--no-control-socket", "-k", *worker.split(), f"{shown.module}:app"]
    server = subprocess.Popen([sys.executable, "-m", "gunicorn", *words], cwd=shown.folder)
    try:
        until(lambda: answers(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def workers(served):
    """The address of both WSGI apps on a sync and on a gevent worker of Gunicorn."""
    with ExitStack() as stack:
        yield {
            f"{name} {worker}": stack.enter_context(gunicorn(worker, served(name).shown))
            for name in ("flask", "django")
            for worker in ("sync", "gevent")
        }


@pytest.fixture(scope="module")
def urls(served, tmp_path_factory, suppliers, workers):
    """The address of each app: Flask and Django under WSGI, Django and Quart under ASGI."""
    django_asgi = Running("django", Shown(HOME / "django_app", "config.asgi", True), None)
    quart = Running("flask", Shown(HOME, "quart_app", True), None)
    for app in (django_asgi, quart):
        app.data = tmp_path_factory.mktemp("asgi")
        app.start()
    yield {
        "flask": served("flask").url,
        "django": served("django").url,
        "django asgi": django_asgi.url,
        "quart": quart.url,
        **workers,
    }
    django_asgi.stop()
    quart.stop()


@pytest.fixture(scope="module")
def visitor():
    with httpx.Client(timeout=30) as client:
        yield client


@pytest.fixture
def at_once(urls, suppliers, visitor):
    """How many calls the suppliers see at once when so many visitors come together."""

    def count(app, path, visitors, expect):
        suppliers.hold_until(expect)
        with ThreadPoolExecutor(visitors) as pool:
            answers = list(pool.map(lambda _: visitor.get(urls[app] + path), range(visitors)))
        assert {answer.status_code for answer in answers} == {200}
        assert {answer.json()["price"] for answer in answers} == {7}
        return suppliers.most

    return count


@pytest.mark.parametrize("app", ["flask", "django", "django asgi", "quart"])
def test_one_async_view_has_its_calls_under_way_together(at_once, app):
    assert at_once(app, "/price", visitors=1, expect=3) == 3


@pytest.mark.parametrize("app", ["flask", "django", "django asgi"])
def test_threads_in_a_sync_view_have_their_calls_under_way_together_too(at_once, app):
    assert at_once(app, "/price/threads", visitors=1, expect=3) == 3
    assert at_once(app, "/price/in-turn", visitors=1, expect=1) == 1


@pytest.mark.parametrize(
    ("app", "calls"), [("flask", 24), ("django", 24), ("django asgi", 36), ("quart", 36)]
)
def test_wsgi_limits_all_calls_by_its_threads_and_asgi_does_not(at_once, app, calls):
    assert {24, 36} == {THREADS * CALLS, VISITORS * CALLS}
    assert at_once(app, "/price", VISITORS, expect=calls) == calls


def test_under_asgi_each_request_to_a_sync_view_of_django_has_a_thread(at_once):
    assert at_once("django", "/price/in-turn", VISITORS, expect=THREADS) == THREADS
    assert at_once("django asgi", "/price/in-turn", VISITORS, expect=VISITORS) == VISITORS


@pytest.mark.parametrize("app", ["flask", "django"])
def test_a_gevent_worker_waits_for_all_visitors_at_once_and_a_sync_worker_for_one(at_once, app):
    assert at_once(f"{app} sync", "/price/threads", VISITORS, expect=CALLS) == CALLS
    everything = VISITORS * CALLS
    assert at_once(f"{app} gevent", "/price/threads", VISITORS, expect=everything) == everything
    assert at_once(f"{app} gevent", "/price/in-turn", VISITORS, expect=VISITORS) == VISITORS


def test_a_blocking_call_in_an_async_view_stops_everybody_under_asgi_only(at_once):
    assert at_once("django asgi", "/price/blocking", VISITORS, expect=1) == 1
    assert at_once("django asgi", "/price/mended", VISITORS, expect=VISITORS) == VISITORS
    for app in ("flask", "django"):
        assert at_once(app, "/price/blocking", VISITORS, expect=THREADS) == THREADS


@pytest.mark.parametrize("app", ["flask", "django", "django asgi"])
def test_a_client_shared_by_requests_breaks_where_each_has_its_own_loop(
    urls, suppliers, visitor, app
):
    suppliers.hold_until(1)
    codes = [visitor.get(urls[app] + "/price/shared-client").status_code for _ in range(3)]
    assert codes[0] == 200
    assert (500 in codes) == (app != "django asgi")


@pytest.mark.parametrize(
    ("app", "end"), [("flask", "cancelled"), ("django", "cancelled"), ("django asgi", "done")]
)
def test_a_task_that_a_view_leaves_behind_is_cancelled_under_wsgi(urls, visitor, app, end):
    assert visitor.get(urls[app] + "/visit").json() == {"done": False}
    deadline = time.monotonic() + 20
    while not (ends := visitor.get(urls[app] + "/visits").json()):
        assert time.monotonic() < deadline
    assert ends == [end]


MEETING = """
import asyncio, threading
here, most = [], 0

async def everybody_is_here():
    global most
    here.append("one more")
    most = max(most, len(here))
    for _ in range({looks}):  # wait until all 20 are here, or give up
        if most < 20:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)  # the last one's query is over now

def gone(count):
    here.pop()
    return str(count)
"""
QUART = """
from quart import Quart
app = Quart(__name__)

@app.get("/")
async def meet():
    await everybody_is_here()
    return gone(threading.active_count() - 1)
"""
DJANGO = """
import sys
from django.conf import settings
database = {"ENGINE": "django.db.backends.sqlite3", "NAME": "db.sqlite3"}
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, DATABASES={"default": database})
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.db.backends.signals import connection_created
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
app = get_GATEWAY_application()
opened = set()

class Thing(models.Model):
    class Meta:
        app_label = "things"

def note(connection, **kwargs):
    opened.add(connection)

def idle():  # threads of a pool that have no work
    return sum(frame.f_code.co_name == "_worker" for frame in sys._current_frames().values())

def connections():
    return sum(one.connection is not None for one in opened)

async def meet(request):
    await Thing.objects.acount()
    await everybody_is_here()
    return HttpResponse(gone(COUNT()))

async def stream(request):
    async def words():
        await everybody_is_here()
        yield gone(COUNT())
    return StreamingHttpResponse(words())

urlpatterns = [path("", VIEW)]
with connection.schema_editor() as editor:
    editor.create_model(Thing)
connection.close()
connection_created.connect(note)
"""


@pytest.fixture
def kept(tmp_path_factory):
    """How many of a thing there are when 20 requests, or all that get in, wait in the view."""

    def kept(count, gateway="asgi", query=True, view="meet"):
        code = DJANGO.replace("COUNT", count).replace("GATEWAY", gateway).replace("VIEW", view)
        code = code if query else code.replace("await Thing.objects.acount()", "")
        looks = {"asgi": 2000, "wsgi": 50}[gateway]
        code = MEETING.format(looks=looks) + code
        return most_at_once(tmp_path_factory.mktemp("meeting"), code, asgi=gateway == "asgi")

    return kept


def test_a_waiting_request_keeps_a_thread_and_a_connection_in_django_only(kept, tmp_path):
    assert most_at_once(tmp_path, MEETING.format(looks=2000) + QUART, asgi=True) == 0
    assert kept("idle") == kept("connections") == 20
    assert kept("idle", query=False) == kept("idle", view="stream") == 20
    assert kept("connections", query=False) == 0


def test_under_wsgi_a_waiting_request_keeps_its_connection_too(kept):
    assert kept("connections", gateway="wsgi") == THREADS


WAITING = """
import httpx, os
SUPPLIER = os.environ["SUPPLIERS"]

def wait(request):
    Thing.objects.count()
    httpx.get(SUPPLIER, timeout=30)
    return HttpResponse(str(connections()))

async def wait_async(request):
    async with httpx.AsyncClient(timeout=30) as client:
        await client.get(SUPPLIER)
    return HttpResponse()

urlpatterns = [path("", wait), path("async", wait_async)]
"""


@pytest.fixture(scope="module")
def gevent_urls(workers, tmp_path_factory):
    """The address of each app on a gevent worker, and of one of Django with a database."""
    folder = tmp_path_factory.mktemp("waiting")
    code = DJANGO.replace("GATEWAY", "wsgi").replace("VIEW", "meet") + WAITING
    (folder / "waiting.py").write_text(code)
    with gunicorn("gevent", Shown(folder, "waiting")) as url:
        yield {**workers, "database": url}


def test_on_a_gevent_worker_a_waiting_request_of_django_keeps_its_connection(
    gevent_urls, suppliers, visitor
):
    suppliers.hold_until(20)
    with ThreadPoolExecutor(20) as pool:
        counts = list(pool.map(lambda _: visitor.get(gevent_urls["database"]), range(20)))
    assert max(int(count.text) for count in counts) == 20


@pytest.mark.parametrize(
    ("app", "waiting", "other"),
    [
        ("flask gevent", "/price", "/price"),
        ("django gevent", "/price", "/price"),
        ("database", "/async", "/"),
    ],
)
def test_on_a_gevent_worker_an_async_view_that_waits_breaks_others(
    gevent_urls, suppliers, visitor, app, waiting, other
):
    url = gevent_urls[app]
    suppliers.hold_until(100)  # more than will come
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(visitor.get, url + waiting)
        until(lambda: suppliers.here)
        assert visitor.get(url + other).status_code == 500
        suppliers.enough.set()
    assert first.result().status_code == 200
    assert visitor.get(url + other).status_code == 200


PATCHED = """
from gevent.monkey import is_module_patched
patched = str(is_module_patched("socket"))

def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [patched.encode()]
"""


@pytest.mark.parametrize(("worker", "patched"), [("gevent", True), ("gevent --preload", False)])
def test_a_gevent_worker_patches_before_it_imports_the_app_unless_preloaded(
    tmp_path, visitor, worker, patched
):
    (tmp_path / "patched.py").write_text(PATCHED)
    with gunicorn(worker, Shown(tmp_path, "patched")) as url:
        assert visitor.get(url).text == str(patched)


API = """
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, INSTALLED_APPS=["rest_framework"],
    REST_FRAMEWORK={"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None})
import django; django.setup()
from django.test import Client
from django.urls import path
from ninja import NinjaAPI
from rest_framework.response import Response
from rest_framework.views import APIView

class View(APIView):
    async def get(self, request):
        return Response("drf")

ninja = NinjaAPI()

@ninja.get("/")
async def view(request):
    return "ninja"

urlpatterns = [path("drf/", View.as_view()), path("ninja/", ninja.urls)]
print(Client().get("/ninja/").json())
try:
    Client().get("/drf/")
except AssertionError as error:
    print("coroutine" in str(error))
"""


def test_ninja_runs_an_async_view_and_drf_does_not(served):
    assert served("django").run(["python", "-c", API]).stdout.split() == ["ninja", "True"]
