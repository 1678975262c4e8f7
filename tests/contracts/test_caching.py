"""What both apps of docs/compare/caching promise, and where they differ."""

import json

import httpx
import pytest
from flask import Flask, abort, request
from flask_caching import Cache

from harness import ROOT, Running, find

HOME = ROOT / "docs/compare/caching"
REPRICE = {"flask": "flask reprice {} {}", "django": "python manage.py reprice {} {}"}


class WithCache(Running):
    """A shown app whose environment names a shared back end."""

    back_end = {}

    @property
    def env(self):
        return {**super().env, **self.back_end}


def shared(framework, redis_url, folder):
    """The environment of a back end that processes share: Redis, or files without it."""
    if framework == "flask" and redis_url:
        return {"FLASK_CACHE_TYPE": "RedisCache", "FLASK_CACHE_REDIS_URL": redis_url}
    if framework == "flask":
        return {"FLASK_CACHE_TYPE": "FileSystemCache", "FLASK_CACHE_DIR": str(folder / "cache")}
    if redis_url:
        return {"CACHE_BACKEND": "redis.RedisCache", "CACHE_LOCATION": redis_url}
    files = "filebased.FileBasedCache"
    return {"CACHE_BACKEND": files, "CACHE_LOCATION": str(folder / "cache")}


@pytest.fixture(scope="module", params=["flask", "django"])
def framework(request):
    return request.param


@pytest.fixture(scope="module", params=["memory", "shared"])
def app(request, framework, redis_url, tmp_path_factory):
    """Each app with each kind of cache."""
    app = WithCache(framework, find(HOME, framework), tmp_path_factory.mktemp(framework))
    if request.param == "shared":
        app.back_end = shared(framework, redis_url, app.data)
    app.start()
    yield app
    app.stop()


@pytest.fixture(scope="module")
def shop(app):
    with httpx.Client(base_url=app.url, timeout=20) as client:
        yield client


@pytest.fixture
def store(app):
    """A function that changes what is stored behind the back of the cache."""
    file = app.data / "prices.json"

    def store(**prices):
        found = json.loads(file.read_text()) if file.exists() else {}
        file.write_text(json.dumps(found | prices))

    return store


def test_a_page_is_cached_for_each_query_string(shop, store):
    store(tea=500, cup=900)
    many, few = shop.get("/prices/?max=1000").json(), shop.get("/prices/?max=600").json()
    assert "cup" in many and "cup" not in few
    store(tea=1)
    assert shop.get("/prices/?max=1000").json() == many
    assert shop.get("/prices/?max=600").json() == few


def test_a_page_is_cached_for_each_visitor(shop, store):
    def greet(name):
        return httpx.get(f"{shop.base_url}/hello/", headers={"Cookie": f"name={name}"}).text

    store(tea=500)
    first = greet("Ada")
    assert first.startswith("Hello Ada,") and greet("Bob").startswith("Hello Bob,")
    store(vase=100)
    assert greet("Ada") == first


def test_a_fragment_is_cached_inside_a_page_that_is_not(shop, store):
    store(tea=500)
    shop.post("/prices/tea/", json={"cents": 600})
    assert "tea: 600" in shop.get("/shelf/?name=Ada").text
    store(tea=1)
    shown = shop.get("/shelf/?name=Bob").text
    assert "Hello Bob" in shown and "tea: 600" in shown


def test_a_value_is_cached_until_it_is_deleted(shop, store):
    store(pot=100)
    assert shop.get("/prices/pot/").json() == {"gross": 119}
    store(pot=200)
    assert shop.get("/prices/pot/").json() == {"gross": 119}
    assert "pot: 300" not in shop.get("/shelf/?name=Ada").text
    assert shop.post("/prices/pot/", json={"cents": 300}).status_code == 204
    assert shop.get("/prices/pot/").json() == {"gross": 357}
    assert "pot: 300" in shop.get("/shelf/?name=Ada").text


def test_only_flask_caching_deletes_one_cached_page(app, shop, store):
    store(jug=100)
    shop.post("/prices/jug/", json={"cents": 200})
    before = shop.get("/prices/").json()
    shop.post("/prices/jug/", json={"cents": 300})
    after = shop.get("/prices/").json()
    assert (after == before) == (app.framework == "django")


def test_only_a_shared_cache_hears_of_other_processes(app, shop, store):
    store(can=100)
    assert shop.get("/prices/can/").json() == {"gross": 119}
    app.run(REPRICE[app.framework].format("can", 200))
    assert shop.get("/prices/can/").json() == {"gross": 238 if app.back_end else 119}


def test_only_django_tells_browsers_to_keep_a_cached_page(app, shop, store):
    store(tea=500)
    found = shop.get("/prices/?max=1").headers.get("cache-control", "")
    assert ("max-age=60" in found) == (app.framework == "django")


def test_flask_caching_keys_a_page_by_its_path_alone_unless_told():
    app = Flask(__name__)
    cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"})

    @app.route("/", methods=["GET", "POST"])
    @cache.cached()
    def page():
        return f"{request.method} {request.args.get('page')} {request.cookies.get('name')}"

    browser = app.test_client()
    first = browser.get("/?page=1").text
    browser.set_cookie("name", "Bob")
    assert browser.get("/?page=2").text == browser.post("/").text == first == "GET 1 None"


def test_flask_caching_keeps_an_error_that_a_page_raised_unless_told():
    app = Flask(__name__)
    cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"})
    down = [True]

    def page():
        return abort(503) if down else "well again"

    def fine(response):
        return response == "well again"

    app.add_url_rule("/kept/", "kept", cache.cached()(page))
    app.add_url_rule("/mended/", "mended", cache.cached(response_filter=fine)(page))
    browser = app.test_client()
    assert [browser.get(url).status_code for url in ("/kept/", "/mended/")] == [503, 503]
    down.clear()
    assert [browser.get(url).status_code for url in ("/kept/", "/mended/")] == [503, 200]


def run_django(app, code):
    """Run code in a shell of the Django app; return the lines that it prints."""
    start = (
        "from django.http import HttpResponse\n"
        "from django.test import RequestFactory\n"
        "from django.views.decorators.cache import cache_page\n"
        "from django.views.decorators.vary import vary_on_cookie\n"
    )
    shell = ["python", "manage.py", "shell", "-v", "0", "-c", start + code]
    return app.run(shell).stdout.splitlines()


def test_django_keys_a_page_by_its_address_unless_told(tmp_path):
    code = """
def page(request):
    return HttpResponse(f"{request.method} {request.GET.get('page')} {request.COOKIES.get('name')}")
def ask(view, method, page, name):
    factory = RequestFactory(SERVER_NAME="localhost", HTTP_COOKIE=f"name={name}")
    return view(getattr(factory, method)("/", query_params={"page": page})).content.decode()
asked = [("get", 1, "Ada"), ("get", 1, "Bob"), ("get", 2, "Bob"), ("post", 1, "Ada")]
for view in (cache_page(60, key_prefix="plain")(page), cache_page(60)(vary_on_cookie(page))):
    print([ask(view, *request) for request in asked])
"""
    app = Running("django", find(HOME, "django"), tmp_path)
    plain, told = run_django(app, code)
    assert plain == "['GET 1 Ada', 'GET 1 Ada', 'GET 2 Bob', 'POST 1 Ada']"
    assert told == "['GET 1 Ada', 'GET 1 Bob', 'GET 2 Bob', 'POST 1 Ada']"
