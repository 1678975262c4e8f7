"""What both apps of docs/compare/security-defaults promise, and where they differ."""

import json
import re
import secrets
import shutil

import django
import httpx
import pytest
from flask import Flask, session
from flask_cors import CORS
from flask_limiter import Limiter
from flask_talisman import Talisman

from harness import ROOT, Running, Shown

HOME = ROOT / "docs/compare/security-defaults"
PREPARE = {"django": ["python manage.py migrate"]}
LOGIN = {"flask": "/login", "django": "/admin/login/"}
HEADERS = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
URLS = """
from django.contrib import admin
from django.urls import path
from pages import views
urlpatterns = [path("admin/", admin.site.urls), path("", views.index, name="index"),
               path("login", views.login, name="login")]
"""
# The tests' server speaks plain HTTP; this asks the WSGI app itself, as a proxy with HTTPS would.
PROBE = """
import importlib, json, re, sys, httpx
module, before, steps = json.loads(sys.argv[1])
app = importlib.import_module(module).app
exec(before)
for url, headers, data, times, token, method in steps:
    client = httpx.Client(transport=httpx.WSGITransport(app=app), headers=headers)
    page = client.request(method, url)
    if token:
        data |= re.findall(r'name="(csrf\\w+)" value="(.+?)"', page.text)
    for _ in range(times):
        page = client.post(url, data=data, headers={"Referer": url})
    print(json.dumps([page.status_code, page.headers.multi_items()]))
"""
SITE = "https://shop.example"
FRONT, OTHER = "https://front.example", "https://evil.example"
PREFLIGHT = {
    "Access-Control-Request-Method": "PUT",
    "Access-Control-Request-Headers": "content-type",
}
PERMITS = "Access-Control-Allow-Origin"
CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # no test here is about hashes


def step(path="/", site=SITE, times=0, token=True, headers=(), method="GET", **data):
    """A visit by a new browser: open the page, then send its form so many times."""
    return [site + path, dict(headers), data, times, token, method]


def ask(app, *steps, before=""):
    """Make the visits; give the last status and headers of each."""
    command = ["python", "-c", PROBE, json.dumps([app.shown.module, before, steps])]
    lines = app.run(command).stdout.splitlines()
    return [(status, httpx.Headers(headers)) for status, headers in map(json.loads, lines)]


@pytest.fixture(scope="module", autouse=True)
def key():
    """The apps below the first day read their key from the environment, or do not start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRET_KEY", secrets.token_urlsafe(50))
        yield


@pytest.fixture(scope="module")
def day_one(tmp_path_factory):
    """Both frameworks on their first day, served: the quickstart and a `startproject`."""
    folder, started = tmp_path_factory.mktemp("project"), {}
    django = Running("django", Shown(folder, "config.wsgi"), tmp_path_factory.mktemp("data"))
    django.run(["python", "-m", "django", "startproject", "config", "."])
    shutil.copytree(HOME / "django_app/pages", folder / "pages")
    (folder / "config/urls.py").write_text(URLS)
    with (folder / "config/settings.py").open("a") as settings:
        settings.write(f'\nINSTALLED_APPS += ["pages"]\nPASSWORD_HASHERS = {CHEAP}\n')
    with (folder / "config/wsgi.py").open("a") as wsgi:
        wsgi.write("\napp = application\n")
    django.run("python manage.py migrate")
    flask = Running("flask", Shown(HOME, "hello"), tmp_path_factory.mktemp("data"))
    for app in (flask, django):
        started[app.framework] = app.start()
    yield started
    for app in started.values():
        app.stop()


@pytest.fixture
def first(day_one):
    """A client of each on its first day."""
    clients = {name: httpx.Client(base_url=app.url) for name, app in day_one.items()}
    yield clients
    for client in clients.values():
        client.close()


def test_a_new_django_project_sends_four_headers_and_flask_sends_none(first):
    assert {name: first["django"].get("/").headers.get(name) for name in HEADERS} == HEADERS
    assert not HEADERS.keys() & first["flask"].get("/").headers.keys()


def test_neither_sends_a_content_policy_or_hsts_on_day_one(first):
    for client in first.values():
        sent = client.get("/").headers
        assert not {"content-security-policy", "strict-transport-security"} & sent.keys()


def test_a_form_without_a_token_is_accepted_by_flask_and_refused_by_django(first):
    forged = {"data": {"username": "eve"}, "headers": {"Origin": "https://evil.example"}}
    assert "csrf" not in first["flask"].get("/login").text
    assert first["flask"].post("/login", **forged).status_code == 302
    assert first["flask"].get("/").text == "Logged in as eve"
    assert first["django"].post("/login", **forged).status_code == 403


def test_an_unknown_host_is_refused_by_django_only_on_day_one(first):
    evil = {"Host": "evil.example"}
    assert first["flask"].get("/", headers=evil).status_code == 200
    assert first["django"].get("/", headers=evil).status_code == 400


def test_an_error_page_of_day_one_shows_the_urls_in_django_only(first):
    assert "admin/" in first["django"].get("/nowhere").text
    assert "login" not in first["flask"].get("/nowhere").text


def test_neither_limits_attempts_on_day_one(first):
    first["django"].get(LOGIN["django"])
    token = {"csrfmiddlewaretoken": first["django"].cookies["csrftoken"]}
    for name, client in first.items():
        guess = {"username": "eve", "password": "wrong", **(token if name == "django" else {})}
        answers = {client.post(LOGIN[name], data=guess).status_code for _ in range(10)}
        assert answers == ({200} if name == "django" else {302})


def test_check_deploy_names_the_gaps_of_a_new_project_and_none_here(day_one, served):
    command = "python manage.py check --deploy --fail-level WARNING"
    fresh = day_one["django"].run(command, check=False)
    named = set(re.findall(r"security\.(W\d+)", fresh.stderr))
    assert fresh.returncode and {"W004", "W008", "W009", "W012", "W016", "W018", "W020"} == named
    others = set(re.findall(r"\((\w+\.[EW]\d+)\)", fresh.stderr)) - {f"security.{n}" for n in named}
    assert others == ({"mail.E001"} if django.VERSION >= (6, 1) else set())
    assert not served("django").run(command).stderr.replace("System check", "").count("security.")


def test_neither_permits_a_call_from_another_origin_on_day_one(first):
    for client in first.values():
        for method, asks in (("GET", {}), ("OPTIONS", PREFLIGHT)):
            sent = client.request(method, "/", headers={"Origin": FRONT, **asks}).headers
            assert PERMITS not in sent


def test_a_form_of_another_origin_is_carried_out_without_a_permission(first):
    answer = first["flask"].post("/login", data={"username": "eve"}, headers={"Origin": OTHER})
    assert PERMITS not in answer.headers
    assert first["flask"].get("/").text == "Logged in as eve"


def test_the_named_origin_may_call_the_api_and_nobody_may_call_the_rest(app):
    calls = [
        ("GET", "/api/prices", {"Origin": FRONT}),
        ("OPTIONS", "/api/prices", {"Origin": FRONT, **PREFLIGHT}),
        ("GET", "/api/prices", {"Origin": OTHER}),
        ("OPTIONS", "/api/prices", {"Origin": OTHER, **PREFLIGHT}),
        ("GET", "/", {"Origin": FRONT}),
    ]
    answers = ask(app, *(step(path, method=method, headers=sent) for method, path, sent in calls))
    assert [status for status, _ in answers] == [200] * len(calls)
    assert [sent.get(PERMITS) for _, sent in answers] == [FRONT, FRONT, None, None, None]
    preflight = answers[1][1]
    assert "PUT" in preflight["access-control-allow-methods"]
    assert "content-type" in preflight["access-control-allow-headers"]


def test_without_options_flask_cors_permits_everybody_and_django_cors_headers_nobody(served):
    app = Flask("cors")
    CORS(app)
    app.add_url_rule("/", view_func=lambda: "in")
    assert app.test_client().get("/", headers={"Origin": OTHER}).headers[PERMITS] == OTHER
    forget = "from django.conf import settings; del settings.CORS_ALLOWED_ORIGINS"
    call = step("/api/prices", headers={"Origin": OTHER})
    [(status, sent)] = ask(served("django"), call, before=forget)
    assert (status, sent.get(PERMITS)) == (200, None)


def test_plain_http_is_sent_to_https_and_an_unknown_host_is_refused(client):
    response = client.get("/")
    assert response.status_code == 301
    assert response.headers["location"].startswith("https://127.0.0.1")
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_every_page_and_error_carries_the_headers(app):
    answers = ask(app, step("/"), step("/nowhere"))
    assert [status for status, _ in answers] == [200, 404]
    for _, sent in answers:
        assert {name: sent.get(name) for name in HEADERS} == HEADERS
        assert sent["strict-transport-security"] == "max-age=3600"


@pytest.mark.since(django="6.0")
def test_both_send_a_content_policy_without_another_package(served):
    for app in map(served, LOGIN):
        [(_, sent)] = ask(app, step("/"))
        assert sent["content-security-policy"] == "default-src 'self'"


def test_the_session_cookie_is_for_https_and_this_site_only(app):
    [(status, sent)] = ask(app, step("/login", times=1, username="eve"))
    assert status == 302
    for flag in ("Secure", "HttpOnly", "SameSite=Lax"):
        assert flag in sent["set-cookie"]


def test_a_form_without_its_token_is_refused(app):
    [(status, _)] = ask(app, step("/login", times=1, token=False, username="eve"))
    assert status == {"flask": 400, "django": 403}[app.framework]


def test_after_five_guesses_no_more_are_taken_and_other_visitors_go_on(app):
    guess = {"username": "eve", "password": "wrong"}
    eve, bob = ({"X-Forwarded-For": f"192.0.2.{n}"} for n in (1, 2))
    visits = [(4, eve), (1, eve), (1, eve), (1, bob)]
    steps = [step(LOGIN[app.framework], times=n, headers=who, **guess) for n, who in visits]
    cheap = f"from django.conf import settings; settings.PASSWORD_HASHERS = {CHEAP}"
    answers = ask(app, *steps, before=cheap * (app.framework == "django"))
    expected = {"flask": [302, 302, 429, 302], "django": [200, 429, 429, 200]}
    assert [status for status, _ in answers] == expected[app.framework]


def test_behind_a_proxy_that_is_not_declared_the_redirect_never_ends(app):
    forget = {
        "flask": "app.wsgi_app = app.wsgi_app.app",
        "django": "from django.conf import settings; settings.SECURE_PROXY_SSL_HEADER = None",
    }[app.framework]
    visit = step(site="http://shop.example", headers={"X-Forwarded-Proto": "https"})
    [(lost, sent)], [(mended, _)] = ask(app, visit, before=forget), ask(app, visit)
    assert (lost, sent["location"]) == (301, "https://shop.example/")
    assert mended == 200


def test_flask_limiter_counts_in_each_process_by_default():
    answers = []
    for _ in range(2):  # two workers, one visitor
        worker = Flask("worker")
        with pytest.warns(UserWarning, match="in-memory"):
            limiter = Limiter(lambda: "192.0.2.1", app=worker)
        worker.add_url_rule("/", view_func=limiter.limit("1 per hour")(lambda: "in"))
        answers += [worker.test_client().get("/").status_code for _ in range(2)]
    assert answers == [200, 429, 200, 429]


def test_talisman_still_works_and_sends_its_headers():
    app = Flask("talisman")
    app.config["SECRET_KEY"] = "for this test only"
    Talisman(app)
    app.add_url_rule("/", view_func=lambda: session.update(name="eve") or "in")
    sent = app.test_client().get("/", base_url=SITE).headers
    assert sent["Content-Security-Policy"] == "default-src 'self'; object-src 'none'"
    assert (sent["X-Frame-Options"], sent["X-Content-Type-Options"]) == ("SAMEORIGIN", "nosniff")
    assert "Strict-Transport-Security" in sent and "Cross-Origin-Opener-Policy" not in sent
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(sent["Set-Cookie"].split("; "))
