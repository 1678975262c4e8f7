"""What the seats promise, in the service and in the site of small-service-beside-django."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import httpx
import pytest
from bs4 import BeautifulSoup
from itsdangerous import URLSafeTimedSerializer

from harness import ROOT, Running, find

HOME = ROOT / "docs/examples/small-service-beside-django"
KEY = "a key of its own that a test may know"
ENV = {"SEATS_KEY": KEY}
PASSWORD = "a long pass phrase"
CLAIM_SEATS = f"""
from django.contrib.auth.models import User
from hall.models import Show, Seat
show = Show.objects.create(title="Winter concert")
Seat.objects.bulk_create(Seat(show=show, number=f"A{{n}}", sold=n == 5) for n in range(1, 6))
for name in ("ada", "bob"):
    User.objects.create_user(name, password="{PASSWORD}")
"""
SHELL = ["python", "manage.py", "shell", "-v", "0", "-c"]
PREPARE = {"django": ["python manage.py migrate", [*SHELL, CLAIM_SEATS]]}


@pytest.fixture(scope="module")
def site(served):
    """The site, which owns the tables and the accounts."""
    return served("django")


@pytest.fixture(scope="module")
def service(site, tmp_path_factory):
    """The service beside it, on the same database."""
    more = {**ENV, "HALL_DATABASE_URL": f"sqlite:///{site.data / 'hall.sqlite3'}"}
    service = Running("flask", find(HOME, "flask"), tmp_path_factory.mktemp("flask"), more).start()
    yield service
    service.stop()


@pytest.fixture(params=["django", "flask"])
def app(request, site, service):
    """Each place that answers about seats."""
    return {"django": site, "flask": service}[request.param]


@pytest.fixture(autouse=True)
def database(site):
    """The site's database, without holds."""
    path = site.data / "hall.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM hall_hold")
        yield connection


class Browser(httpx.Client):
    """A member's browser, logged in at the site."""

    def __init__(self, site, name):
        super().__init__(base_url=site.url)
        page = BeautifulSoup(self.get("/login").text, "html.parser")
        token = page.select_one("[name=csrfmiddlewaretoken]")["value"]
        sent = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
        self.post("/login", data=sent)
        self.headers["X-CSRFToken"] = self.cookies["csrftoken"]

    def token(self):
        return self.get("/seats-token").json()["token"]


@pytest.fixture
def member(app, site):
    """How a member's browser speaks to each."""

    def member(name):
        browser = Browser(site, name)
        if app.framework == "django":
            return browser
        return httpx.Client(base_url=app.url, headers=bearer(browser.token()))

    return member


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def free(client):
    return client.get("/shows/1/seats").json()["free"]


def hold(client, seat="A2", **more):
    return client.post("/shows/1/holds", data={"seat": seat}, **more).status_code


def test_a_member_of_the_site_holds_a_seat_and_it_is_gone_for_others(member, database, app):
    ada, bob = member("ada"), member("bob")
    assert free(ada) == ["A1", "A2", "A3", "A4"]
    assert hold(ada) == 201 and hold(bob) == 409
    assert free(bob) == ["A1", "A3", "A4"]
    assert hold(ada, "A5") == 404 and hold(ada, "Z9") == 404  # sold; no such seat
    held = "SELECT username, made_at IS NULL FROM hall_hold h JOIN auth_user u"
    held = database.execute(f"{held} ON u.id = h.member_id")
    assert held.fetchall() == [("ada", 0)]
    database.execute("UPDATE hall_hold SET until = '2026-01-01 00:00:00'")
    assert free(bob) == ["A1", "A2", "A3", "A4"] and hold(bob) == 201 and hold(ada) == 409


def test_each_sees_the_holds_of_the_other(site, service):
    ada = Browser(site, "ada")
    with httpx.Client(base_url=service.url, headers=bearer(ada.token())) as there:
        assert hold(ada, "A1") == 201 and hold(there, "A1") == 409
        assert hold(there, "A2") == 201 and hold(ada, "A2") == 409
        assert free(ada) == free(there) == ["A3", "A4"]


def test_of_many_at_once_one_gets_the_seat(member):
    members = [member(name) for name in ("ada", "bob") * 4]
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(hold, members)) == [201] + [409] * 7


def test_the_service_takes_only_a_fresh_token_of_the_site(service):
    good = URLSafeTimedSerializer(KEY, salt="seats").dumps(1)
    with httpx.Client(base_url=service.url) as client:
        assert hold(client) == 403 and free(client)
        for bad in (
            "x",
            good[:-1],
            good.replace(".", "x.", 1),
            URLSafeTimedSerializer("another key", salt="seats").dumps(1),
            URLSafeTimedSerializer(KEY, salt="another use").dumps(1),
        ):
            assert hold(client, headers={"Authorization": f"Bearer {bad}"}) == 403
        assert hold(client, headers=bearer(good)) == 201


def test_a_token_outlives_the_log_out_and_lapses(site, service):
    ada = Browser(site, "ada")
    token = ada.token()
    assert ada.post("/logout").status_code == 302
    assert hold(ada) == 403 and ada.get("/seats-token").status_code == 302
    with httpx.Client(base_url=service.url, headers=bearer(token)) as client:
        assert hold(client) == 201
    code = """
import sys, time_machine
from datetime import datetime, timedelta
from flask_app import app
for minutes in (4, 6):
    with time_machine.travel(datetime.now().astimezone() + timedelta(minutes=minutes)):
        sent = {"data": {"seat": "A3"}, "headers": {"Authorization": "Bearer " + sys.argv[1]}}
        print(app.test_client().post("/shows/1/holds", **sent).status_code)
"""
    assert service.run(["python", "-c", code, token]).stdout.split() == ["201", "403"]


def test_the_seats_cost_one_query_in_both(site, service):
    flask = """
from sqlalchemy import event
from flask_app import app, engine
event.listen(engine, "before_cursor_execute", lambda *words: print("query"))
app.test_client().get("/shows/1/seats")
"""
    django = """
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
client = Client(SERVER_NAME="localhost")
assert client.login(username="ada", password="{PASSWORD}")
with CaptureQueriesContext(connection) as queries:
    client.get("/shows/1/seats")
print("query\\n" * len(queries))
""".replace("{PASSWORD}", PASSWORD)
    for run in (service.run(["python", "-c", flask]), site.run([*SHELL, django])):
        assert run.stdout.split() == ["query"]


def test_a_renamed_column_stops_the_service_at_its_next_start(site, service, tmp_path):
    copy = tmp_path / "hall.sqlite3"
    shutil.copy(site.data / "hall.sqlite3", copy)
    with closing(sqlite3.connect(copy)) as database:
        database.execute("ALTER TABLE hall_seat RENAME COLUMN number TO place")
    start = ["python", "-c", "import flask_app"]
    run = service.run(start, check=False, HALL_DATABASE_URL=f"sqlite:///{copy}")
    assert run.returncode == 1 and "AttributeError: number" in run.stderr


def test_a_default_of_django_is_not_one_of_the_database(site):
    code = """
from django.db import connection, models, IntegrityError
from django.db.models.functions import Now
for given in ({"auto_now_add": True}, {"db_default": Now()}):
    class Note(models.Model):
        words = models.TextField()
        made_at = models.DateTimeField(**given)
        class Meta:
            app_label = "probe"
            db_table = f"probe_{len(given)}_{next(iter(given))}"
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    try:
        connection.cursor().execute(f"INSERT INTO {Note._meta.db_table} (words) VALUES ('x')")
        print("stored")
    except IntegrityError as error:
        print(error)
"""
    said = site.run([*SHELL, code]).stdout.splitlines()
    assert said[0].startswith("NOT NULL constraint failed") and said[1] == "stored"


def test_the_service_answers_while_the_site_is_down(site, service):
    with httpx.Client(base_url=service.url, headers=bearer(Browser(site, "ada").token())) as ada:
        site.stop()
        with pytest.raises(httpx.ConnectError):
            httpx.get(site.url)
        assert free(ada) and hold(ada) == 201
    (site.data / "port").unlink()
    site.start()
