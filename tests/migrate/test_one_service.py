"""One service out of a Django monolith: one suite after every step, on data that stays."""

import re
import shutil
import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from bs4 import BeautifulSoup
from itsdangerous import URLSafeTimedSerializer

from harness import ROOT, Running, find

HOME = ROOT / "docs/migrate/one-service"
STEPS = {0: "monolith", 1: "sign-on", 2: "reads", 3: "writes", 4: "own data"}
KEY = "a key that a test may know"
SHELL = ["python", "manage.py", "shell", "-v", "0", "-c"]
SEED = """
from datetime import datetime, UTC
from django.contrib.auth.models import User
from shop.models import Order
from tracking.models import Scan
dora = User.objects.create_user("dora", password="secret", is_staff=True)
User.objects.create_user("kim", password="secret")
for number in ("K-1", "K-2"):
    Order.objects.create(number=number, customer="Ada Lind")
Scan.objects.create(order_id="K-1", place="Works", at=datetime(2026, 7, 1, 8, tzinfo=UTC), by=dora)
"""


class Shop:
    """The shop and the service beside it, both on one folder of data."""

    def __init__(self, folder, seeded=None):
        self.folder, self.step = folder, None
        self.environment = {
            "APP_DATA": str(folder),
            "WHO_KEY": KEY,
            "SHOP_DATABASE_URL": f"sqlite:///{folder / 'shop.sqlite3'}",
            "OWN_DATABASE_URL": f"sqlite:///{folder / 'tracking.sqlite3'}",
            "TRACKING_STEP": "0",
        }
        self.service = Running("flask", find(HOME, "flask"), folder / "flask", self.environment)
        self.site = Running("django", find(HOME, "django"), folder / "django", self.environment)
        self.service.data.mkdir()
        self.site.data.mkdir()
        if seeded:
            shutil.copy(seeded / "shop.sqlite3", folder)
        else:
            self.site.run("python manage.py migrate -v 0")
            self.site.run([*SHELL, SEED])

    def go(self, step, copied=True):
        """Restart both with the setting of this step; nothing else is changed."""
        self.stop()
        self.environment["TRACKING_STEP"], self.step = str(step), step
        if step == 4 and copied:
            self.copy()
        if step >= 2:
            self.environment["TRACKING_URL"] = self.service.start().url
        self.site.start()
        return self

    def stop(self):
        for app in (self.site, self.service):
            if app.process and app.process.poll() is None:
                app.stop()

    def copy(self, *back):
        return self.service.run(["flask", "copy", *back]).stdout

    def order(self, number):
        code = (
            f"from shop.models import Order; Order.objects.create(number='{number}', customer='x')"
        )
        self.site.run([*SHELL, code])

    def browser(self, name=None):
        browser = httpx.Client(base_url=self.site.url, timeout=20)
        if name:
            page = BeautifulSoup(browser.get("/login/").text, "html.parser")
            token = page.select_one("[name=csrfmiddlewaretoken]")["value"]
            form = {"username": name, "password": "secret", "csrfmiddlewaretoken": token}
            assert browser.post("/login/", data=form).is_redirect
        return browser


def scan(browser, number="K-1", place="Depot", **headers):
    """What the page of a driver sends."""
    sent = {"Origin": str(browser.base_url).rstrip("/"), **headers}
    if token := browser.cookies.get("csrftoken"):
        sent["X-CSRFToken"] = token
    return browser.post(f"/tracking/{number}/", data={"place": place}, headers=sent).status_code


def places(browser, number="K-1"):
    return [scan["place"] for scan in browser.get(f"/tracking/{number}/").json()["scans"]]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """A folder with the database of the monolith before the move."""
    return Shop(tmp_path_factory.mktemp("seeded")).folder


@pytest.fixture(scope="module")
def moving(tmp_path_factory, seeded):
    """The shop that goes through all steps with its data."""
    shop = Shop(tmp_path_factory.mktemp("moving"), seeded)
    yield shop
    shop.stop()


@pytest.fixture(params=STEPS, ids=STEPS.values(), scope="module")
def shop(request, moving):
    return moving.go(request.param)


@pytest.fixture
def fresh(tmp_path, seeded):
    """A shop of one test."""
    shop = Shop(tmp_path, seeded)
    yield shop
    shop.stop()


def test_a_scan_is_in_the_answer_and_on_the_page_of_the_order(shop):
    dora, place = shop.browser("dora"), f"Depot {uuid.uuid4().hex[:6]}"
    assert scan(dora, place=place) == 201
    assert places(shop.browser())[-1] == place
    assert f"Last seen: {place}" in dora.get("/orders/K-1/").text


def test_what_was_scanned_before_the_move_is_there(shop):
    first = shop.browser().get("/tracking/K-1/").json()["scans"][0]
    assert first == {"place": "Works", "at": "2026-07-01T08:00:00+00:00"}
    assert len(places(shop.browser())) == shop.step + 2 and places(shop.browser(), "K-2") == []


def test_a_number_that_no_order_has_is_not_found(shop):
    answer = shop.browser().get("/tracking/K-9/")
    assert answer.status_code == 404 and answer.json() == {"error": "unknown number"}
    assert scan(shop.browser("dora"), "K-9") == 404


def test_an_address_without_its_slash_leads_to_the_one_with_it(shop):
    answer = shop.browser().get("/tracking/K-1")
    assert answer.is_redirect
    assert answer.headers["location"] in ("/tracking/K-1/", f"{shop.site.url}/tracking/K-1/")


def test_only_drivers_scan_and_only_from_our_pages(shop):
    dora = shop.browser("dora")
    assert scan(shop.browser("kim")) == 403 and scan(shop.browser()) == 403
    assert scan(dora, Origin="https://evil.example") == 403
    page = BeautifulSoup(dora.get("/login/").text, "html.parser")
    token = page.select_one("[name=csrfmiddlewaretoken]")["value"]
    dora.post("/logout/", data={"csrfmiddlewaretoken": token})
    assert scan(dora) == 403


def test_first_the_reads_are_the_services_and_then_the_writes(fresh):
    for step, answer in {2: 201, 3: 502}.items():
        dora = fresh.go(step).browser("dora")
        fresh.service.stop()
        assert dora.get("/tracking/K-2/").status_code == 502
        assert scan(dora, "K-2") == answer


def test_the_answer_says_utc_and_the_row_does_not(fresh):
    fresh.go(2)
    with closing(sqlite3.connect(fresh.folder / "shop.sqlite3")) as database:
        ((stored,),) = database.execute("SELECT at FROM tracking_scan").fetchall()
    assert datetime.fromisoformat(stored).utcoffset() is None
    said = fresh.browser().get("/tracking/K-1/").json()["scans"][0]["at"]
    assert datetime.fromisoformat(said).utcoffset() == timedelta(0)


def test_on_shared_tables_the_way_back_is_the_setting(fresh):
    dora = fresh.go(3).browser("dora")
    assert scan(dora, place="by the service") == 201
    assert places(fresh.go(0).browser()) == ["Works", "by the service"]


def test_a_scan_between_copy_and_switch_is_missing_until_the_second_copy(fresh):
    dora = fresh.go(3).browser("dora")
    fresh.copy()
    assert scan(dora, place="too late") == 201
    assert places(fresh.go(4, copied=False).browser()) == ["Works"]
    assert scan(fresh.browser("dora"), place="new") == 201
    assert "1 rows to scan" in fresh.copy() and "0 rows to scan" in fresh.copy()
    assert places(fresh.browser()) == ["Works", "too late", "new"]


def test_the_way_back_from_own_data_loses_scans_until_they_are_copied_back(fresh):
    dora = fresh.go(4).browser("dora")
    assert scan(dora, place="new") == 201
    assert places(fresh.go(0).browser()) == ["Works"]
    assert "1 rows to tracking_scan" in fresh.copy("--back")
    assert places(fresh.browser()) == ["Works", "new"]
    assert scan(fresh.browser("dora"), place="as before") == 201


def test_an_order_is_announced_and_one_that_was_not_comes_with_the_next_copy(fresh):
    fresh.go(4)
    fresh.order("K-3")
    assert places(fresh.browser(), "K-3") == []
    fresh.service.stop()
    fresh.order("K-4")
    fresh.environment["TRACKING_URL"] = fresh.service.start().url
    fresh.site.stop()
    fresh.site.start()
    assert fresh.browser().get("/tracking/K-4/").status_code == 404
    assert "1 rows to parcel" in fresh.copy()
    assert places(fresh.browser(), "K-4") == []


def test_the_page_of_an_order_does_without_the_service(fresh):
    fresh.go(4)
    assert "Last seen: Works" in fresh.browser().get("/orders/K-1/").text
    fresh.service.stop()
    page = fresh.browser().get("/orders/K-1/")
    assert page.status_code == 200 and "Last seen: not known yet" in page.text


def test_the_service_believes_only_what_the_shop_has_signed(fresh):
    fresh.go(4)
    service = fresh.service.url
    for salt, key, number, status in (
        ("shop", "another key", "K-5", 403),
        ("who", KEY, "K-5", 403),
        ("shop", KEY, "K-6", 403),
        ("shop", KEY, "K-5", 201),
    ):
        signed = URLSafeTimedSerializer(key, salt=salt).dumps(number)
        sent = httpx.put(f"{service}/tracking/K-5/", headers={"Authorization": signed})
        assert sent.status_code == status
    for salt, key, status in (("who", KEY, 201), ("shop", KEY, 403), ("who", "another", 403)):
        signed = URLSafeTimedSerializer(key, salt=salt).dumps({"id": 1, "driver": True})
        with httpx.Client(base_url=service, cookies={"who": signed}) as client:
            assert scan(client) == status


def test_the_cookie_lives_for_five_minutes(fresh):
    dora = fresh.go(1).browser("dora")
    answer = dora.get("/orders/K-1/")
    (cookie,) = [line for line in answer.headers.get_list("set-cookie") if line.startswith("who=")]
    assert re.search("HttpOnly.*Max-Age=300.*SameSite=Lax", cookie)
    loads = URLSafeTimedSerializer(KEY, salt="who").loads
    told, at = loads(dora.cookies["who"], return_timestamp=True)
    assert told == {"id": 1, "driver": True} and datetime.now(UTC) - at < timedelta(seconds=60)


COOKIES = """
from django.contrib.auth.models import User
from django.test import Client
client = Client(SERVER_NAME="localhost")
client.get("/login/")
client.force_login(User.objects.get(username="dora"))
client.get("/orders/K-1/")
print(*(name for name in ("who", "csrftoken", "sessionid") if client.cookies[name]["secure"]))
"""


def test_one_setting_keeps_every_cookie_to_tls(fresh):
    for secure, names in (("0", []), ("1", ["who", "csrftoken", "sessionid"])):
        assert fresh.site.run([*SHELL, COOKIES], SECURE_COOKIES=secure).stdout.split() == names


BEHIND_TLS = """
from flask_app import app
from werkzeug.middleware.proxy_fix import ProxyFix
sent = {"Origin": "https://localhost", "X-Forwarded-Proto": "https"}
for wrapped in (False, True):
    if wrapped:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_proto=1)
    client = app.test_client()
    client.set_cookie("who", "SIGNED")
    print(client.post("/tracking/K-1/", data={"place": "Depot"}, headers=sent).status_code)
"""


def test_behind_tls_every_scan_is_refused_without_proxy_fix(fresh):
    signed = URLSafeTimedSerializer(KEY, salt="who").dumps({"id": 1, "driver": True})
    fresh.environment["TRACKING_STEP"] = "3"
    seen = fresh.service.run(["python", "-c", BEHIND_TLS.replace("SIGNED", signed)])
    assert seen.stdout.split() == ["403", "201"]
