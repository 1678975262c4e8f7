"""What both apps of docs/compare/sessions-and-messages promise, and where they differ."""

import re
import secrets
import sqlite3
import time

import httpx
import pytest
from cachelib import FileSystemCache
from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from itsdangerous.encoding import base64_decode, base64_encode

from harness import ROOT, Running, Shown

HOME = ROOT / "docs/compare/sessions-and-messages"
PREPARE = {"django": ["python manage.py migrate"]}
COOKIE = {"flask": "session", "django": "sessionid"}
DAY = 24 * 60 * 60


def add(client, item, path="/basket/"):
    return client.post(path, data={"item": item})


def items(client):
    return re.findall("<li>(.*)</li>", client.get("/basket/").text)


def messages(client, path="/basket/"):
    return re.findall('<p class="(.*)">(.*)</p>', client.get(path).text)


def set_cookie(response, name):
    """What the response says about one cookie."""
    lines = response.headers.get_list("set-cookie")
    return next((line for line in lines if line.startswith(f"{name}=")), "")


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """Clients of the two other ways: Flask with a store, Django with a signed cookie."""
    started = []

    def start(framework, shown, **env):
        app = Running(framework, shown, tmp_path_factory.mktemp(framework))
        with pytest.MonkeyPatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            started.append(app.start())
        return httpx.Client(base_url=app.url, timeout=20)

    yield start
    for app in started:
        app.stop()


@pytest.fixture(scope="module")
def flask_session(other):
    return other("flask", Shown(HOME, "flask_app.server_side"))


@pytest.fixture(scope="module")
def django_cookies(other):
    engine = "django.contrib.sessions.backends.signed_cookies"
    return other("django", Shown(HOME / "django_app", "config.wsgi"), SESSION_ENGINE=engine)


def test_a_visitor_finds_the_basket_again_and_nobody_else_does(app, client):
    add(client, "tea")
    add(client, "milk")
    assert items(client) == ["tea", "milk"]
    assert items(httpx.Client(base_url=app.url)) == []


def test_the_cookie_can_be_read_in_flask_only_and_changed_in_neither(app, client):
    add(client, "tea")
    value = client.cookies[COOKIE[app.framework]]
    if app.framework == "flask":
        data, signature = value.split(".", 1)
        assert b'"items":["tea"]' in base64_decode(data)
        forged = base64_encode(b'{"items":["gold"]}').decode()
        cookies = {"session": f"{forged}.{signature}"}
        assert items(httpx.Client(base_url=app.url, cookies=cookies)) == []
    else:
        assert re.fullmatch("[a-z0-9]{32}", value)
    changed = {COOKIE[app.framework]: ("a" if value[0] != "a" else "b") + value[1:]}
    assert items(httpx.Client(base_url=app.url, cookies=changed)) == []


def test_an_old_copy_of_the_cookie_brings_the_old_basket_back_in_flask_only(app, client):
    add(client, "tea")
    copy = dict(client.cookies)
    client.post("/basket/empty/")
    replayed = items(httpx.Client(base_url=app.url, cookies=copy))
    assert replayed == (["tea"] if app.framework == "flask" else [])


def test_either_can_do_it_the_other_way(flask_session, django_cookies):
    for client, length, replayed in [(flask_session, 43, []), (django_cookies, None, ["tea"])]:
        add(client, "tea")
        copy = dict(client.cookies)
        assert items(client) == ["tea"]
        assert length is None or len(copy["session"]) == length
        client.post("/basket/empty/")
        assert items(client) == []
        assert items(httpx.Client(base_url=client.base_url, cookies=copy)) == replayed


def test_flask_warns_of_a_cookie_too_large_and_django_has_none(
    served, flask, django, flask_session
):
    big = secrets.token_hex(5000)  # random, as the cookie is compressed
    assert len(set_cookie(add(flask, big), "session")) > 4096
    assert "cookie is too large" in served("flask").output()
    for client, name in [(django, "sessionid"), (flask_session, "session")]:
        assert len(set_cookie(add(client, big), name)) < 200
        assert items(client)[-1] == big


def test_a_cookie_of_flask_is_refused_when_its_signature_is_too_old(served, monkeypatch):
    signer = Flask("shop")
    signer.secret_key = "for this example only"
    serializer = SecureCookieSessionInterface().get_signing_serializer(signer)
    for age, found in [(29, ["tea"]), (31, [])]:
        signed = int(time.time()) - age * DAY
        monkeypatch.setattr("itsdangerous.TimestampSigner.get_timestamp", lambda _, t=signed: t)
        cookies = {"session": serializer.dumps({"items": ["tea"]})}
        assert items(httpx.Client(base_url=served("flask").url, cookies=cookies)) == found


def test_a_session_of_django_ends_in_its_row_which_stays_until_cleared(served, django):
    def rows(query):
        with sqlite3.connect(served("django").data / "db.sqlite3") as database:
            return database.execute(query, [key]).fetchall()

    add(django, "tea")
    key = django.cookies["sessionid"]
    rows("UPDATE django_session SET expire_date = '2026-01-01' WHERE session_key = ?")
    assert items(django) == []
    count = "SELECT session_key FROM django_session WHERE session_key = ?"
    assert rows(count) == [(key,)]
    served("django").run("python manage.py clearsessions")
    assert rows(count) == []


def test_the_cookie_ends_with_the_browser_in_flask_and_after_two_weeks_in_django(flask, django):
    assert not re.search("expires|max-age", set_cookie(add(flask, "tea"), "session"), re.I)
    assert f"Max-Age={14 * DAY}" in set_cookie(add(django, "tea"), "sessionid")


def test_a_kept_basket_is_renewed_by_reading_it_in_flask_only(app, client):
    name = COOKIE[app.framework]
    add(client, "tea")
    client.post("/basket/keep/")
    cookie = next(c for c in client.cookies.jar if c.name == name)
    assert 29 * DAY < cookie.expires - time.time() <= 30 * DAY
    for path in ("/basket/count/", "/nowhere/"):
        renewed = bool(set_cookie(client.get(path), name))
        assert renewed == (app.framework == "flask")
    changed = set_cookie(add(client, "milk"), name)
    assert re.search(f"Max-Age={30 * DAY}" if app.framework == "django" else "Expires", changed)


def test_scripts_cannot_read_the_cookie_and_only_django_sets_same_site(django):
    plain = Flask("plain", static_folder=None)
    plain.secret_key = "for this test only"
    plain.add_url_rule("/", view_func=lambda: session.update(seen=True) or "")
    flasks = plain.test_client().get("/").headers["set-cookie"]
    djangos = set_cookie(add(django, "tea"), "sessionid")
    assert "HttpOnly" in flasks and "HttpOnly" in djangos
    assert "Secure" not in flasks and "Secure" not in djangos
    assert "SameSite" not in flasks and "SameSite=Lax" in djangos


def test_what_is_changed_in_place_is_lost_from_the_second_time_on(client):
    for item in ("tea", "milk", "salt"):
        add(client, item, "/basket/in-place/")
    assert items(client) == ["tea"]


def test_what_is_changed_in_place_and_said_so_is_kept(client):
    for item in ("tea", "milk", "salt"):
        add(client, item, "/basket/in-place-mended/")
    assert items(client) == ["tea", "milk", "salt"]


def test_a_message_waits_for_the_page_that_shows_it_and_is_shown_once(client):
    add(client, "tea")
    client.post("/basket/empty/")
    assert client.get("/basket/count/").json() == {"items": 0}
    assert messages(client) == [
        ("success", "tea is in the basket"),
        ("info", "The basket is empty"),
    ]
    assert messages(client) == []


def test_a_file_store_forgets_sessions_above_its_threshold(tmp_path):
    for name, options, kept in [("default", {}, 501), ("unlimited", {"threshold": 0}, 505)]:
        store = FileSystemCache(str(tmp_path / name), **options)
        for number in range(505):
            store.set(f"session:{number}", {"items": ["tea"]})
        assert sum(store.has(f"session:{number}") for number in range(505)) == kept
