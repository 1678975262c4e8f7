"""The running orders of docs/examples/live-collaboration, edited by several at once."""

import json
import sqlite3
from contextlib import ExitStack, closing

import httpx
import pytest
from bs4 import BeautifulSoup
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from harness import ROOT, Running, find

HOME = ROOT / "docs/examples/live-collaboration"
PASSWORD, PATIENCE = "a long enough pass phrase", 20
PEOPLE = ("ann", "bob")  # the office, a stage
MAKE_FLASK = f"""
from flask_app import app
for words in ["ann", "--office"], ["bob"]:
    app.test_cli_runner().invoke(args=["add-account", *words, "--password", "{PASSWORD}"])
"""
MAKE_DJANGO = f"""
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
call_command("migrate", verbosity=0)
staff = {{"password": make_password("{PASSWORD}"), "is_staff": True}}
for name in {PEOPLE}:
    person = User.objects.create(username=name, **staff)
    if name == "ann":
        person.user_permissions.set(Permission.objects.filter(content_type__app_label="sheets"))
"""
PREPARE = {
    "flask": [["python", "-c", MAKE_FLASK]],
    "django": [["python", "manage.py", "shell", "-c", MAKE_DJANGO]],
}
SEATS = {}  # the cookies of who is logged in, by app and name
LOGIN = {"flask": "/login", "django": "/admin/login/"}
LIST = {"flask": "/admin/sheet/", "django": "/admin/sheets/sheet/"}


@pytest.fixture(scope="module")
def live(served, tmp_path_factory):
    """The address of the live part: Django's own, or Quart's beside Flask, on the same data."""
    started = {"django": lambda: served("django")}

    def start(framework):
        if framework not in started:
            more = {"APP_DATA": str(served("flask").data)}
            quart = Running("quart", find(HOME, "quart"), tmp_path_factory.mktemp("quart"), more)
            started["flask"] = lambda: quart
            quart.start()
        return started[framework]().url.replace("http", "ws")

    yield start
    if "flask" in started:
        started["flask"]().stop()


class Person:
    """Somebody of the festival: a browser for the office, and a socket at a sheet."""

    def __init__(self, app, live, visit):
        self.app, self.live, self.visit = app, live, visit
        self.office = httpx.Client(base_url=app.url, timeout=PATIENCE, follow_redirects=True)

    def send(self, path, to=None, **values):
        """Fill in the form of a page, and send it."""
        page = BeautifulSoup(self.office.get(path).text, "html.parser")
        token = page.select_one("[name^=csrf]")
        return self.office.post(to or path, data={token["name"]: token["value"], **values})

    def log_in(self, name, password=PASSWORD, again=False):
        field = {"flask": "name", "django": "username"}[self.app.framework]
        if again or (self.app.url, name) not in SEATS:
            self.send(LOGIN[self.app.framework], **{field: name}, password=password)
            SEATS.setdefault((self.app.url, name), self.office.cookies)
        else:
            self.office.cookies = SEATS[self.app.url, name]
        return self

    def log_out(self):
        to = {"flask": "/logout", "django": "/admin/logout/"}[self.app.framework]
        self.send(self.new_sheet, to=to)

    @property
    def new_sheet(self):
        return LIST[self.app.framework] + {"flask": "new/", "django": "add/"}[self.app.framework]

    def keep_sheet(self, pk=None, **values):
        """What the office does: make a sheet, or change its title and its lock."""
        edit = {"flask": f"edit/?id={pk}", "django": f"{pk}/change/"}[self.app.framework]
        path = LIST[self.app.framework] + edit if pk else self.new_sheet
        assert self.send(path, **values).is_success

    def open(self, pk, origin=None):
        cookies = "; ".join(f"{name}={value}" for name, value in self.office.cookies.items())
        self.socket = self.visit.enter_context(
            connect(
                f"{self.live}/live/{pk}",
                origin=origin or self.live.replace("ws", "http"),
                additional_headers={"Cookie": cookies},
                open_timeout=PATIENCE,
                close_timeout=0.5,
            )
        )
        return self

    def sees(self, **wanted):
        """Read until the sheet looks like this."""
        while True:
            sheet = json.loads(self.socket.recv(PATIENCE))
            if wanted.items() <= sheet.items():
                return sheet

    def write(self, base, text):
        self.socket.send(json.dumps({"base": base, "text": text}))


@pytest.fixture
def person(app, live):
    with ExitStack() as visit:
        yield lambda: Person(app, live(app.framework), visit)


@pytest.fixture
def people(person):
    return [person().log_in(name) for name in PEOPLE]


@pytest.fixture(scope="module")
def made():
    """How many sheets each app has."""
    return {}


@pytest.fixture
def sheet(people, app, made):
    """A new sheet, made in the back office."""
    people[0].keep_sheet(title="Main stage")
    made[app.framework] = made.get(app.framework, 0) + 1
    return made[app.framework]


def test_each_sees_what_the_other_writes_and_who_is_there(people, sheet):
    ann, bob = (person.open(sheet) for person in people)
    assert ann.sees(here=["ann", "bob"], version=1)["title"] == "Main stage"
    bob.sees(here=["ann", "bob"])
    ann.write(1, "20:00 <b>Fiddlers</b>")
    assert bob.sees(version=2)["text"] == ann.sees(version=2)["text"] == "20:00 <b>Fiddlers</b>"
    ann.socket.close()
    bob.sees(here=["bob"])


def test_of_two_who_write_at_once_one_is_told_and_nothing_is_lost(people, sheet):
    ann, bob = (person.open(sheet) for person in people)
    ann.write(1, "20:00 Fiddlers")
    bob.sees(version=2)
    bob.write(1, "20:15 Pipers")
    refused = bob.sees(refused=True)
    assert (refused["text"], refused["version"]) == ("20:00 Fiddlers", 2)
    bob.write(2, "20:00 Fiddlers, 20:15 Pipers")
    assert ann.sees(version=3)["text"] == "20:00 Fiddlers, 20:15 Pipers"


def test_what_the_office_locks_nobody_writes(people, sheet):
    ann, bob = people
    bob.open(sheet).sees(version=1)
    ann.keep_sheet(sheet, title="Main stage", locked="on")
    bob.write(1, "20:15 Pipers")
    refused = bob.sees(refused=True)
    assert refused["locked"] and refused["text"] == ""


def test_only_the_office_unlocks_a_sheet_and_nobody_deletes_one(people, app, sheet):
    ann, bob = people
    bob.open(sheet).write(1, "20:15 Pipers")
    bob.sees(version=2)
    ann.keep_sheet(sheet, title="Main stage", locked="on")
    edit, delete, sent = {
        "flask": (f"edit/?id={sheet}", "delete/", {"id": sheet}),
        "django": (f"{sheet}/change/", f"{sheet}/delete/", {"post": "yes"}),
    }[app.framework]
    for person, to, values in [
        (bob, edit, {"title": "Mine"}),
        (bob, delete, sent),
        (ann, delete, sent),
        (ann, "action/", {"action": "delete", "rowid": sheet}),
        (ann, "", {"action": "delete_selected", "_selected_action": sheet, "post": "yes"}),
    ]:
        person.send(LOGIN[app.framework], to=LIST[app.framework] + to, **values)
    found = bob.open(sheet).sees(version=2)
    assert found["locked"] and found["title"] == "Main stage"


def test_a_stranger_sees_no_screen_of_the_office(app):
    with httpx.Client(base_url=app.url, timeout=PATIENCE) as stranger:
        for path in ("/admin/", LIST[app.framework]):
            assert stranger.get(path).is_redirect
        assert stranger.head(LOGIN[app.framework]).status_code == 200


REFUSED = """
import asyncio
from asgiref.testing import ApplicationCommunicator
from django.contrib.auth.models import AnonymousUser
from sheets import consumers
async def knock():
    scope = {"type": "websocket", "user": AnonymousUser(), "url_route": {"kwargs": {"pk": 7}}}
    visit = ApplicationCommunicator(consumers.SheetConsumer.as_asgi(), scope)
    await visit.send_input({"type": "websocket.connect"})
    print((await visit.receive_output(20))["type"])
    await visit.send_input({"type": "websocket.disconnect", "code": 1006})
    await visit.wait(20)
asyncio.run(knock())
print(len(consumers.present))
"""


def test_who_is_refused_leaves_no_trace_in_the_list_of_who_is_there(served):
    said = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", REFUSED]).stdout
    assert said.split() == ["websocket.close", "0"]


def test_the_log_in_and_the_log_out_of_the_office_hold_for_the_live_part(people, person, sheet):
    for name, password, gets_in in [("ann", "wrong", False), ("ann", PASSWORD, True)]:
        ann = person().log_in(name, password, again=True)
        assert ("log" not in ann.office.get(ann.new_sheet).url.path) is gets_in
    ann.open(sheet).sees(here=["ann"])
    ann.log_out()
    with pytest.raises(InvalidStatus, match="403"):
        ann.open(sheet)


@pytest.mark.parametrize("who", ["stranger", "other site", "no sheet"])
def test_only_staff_get_in_from_their_own_pages(people, person, sheet, who):
    ann, origin = people[0], "https://evil.example" if who == "other site" else None
    with pytest.raises(InvalidStatus, match="403"):
        (person() if who == "stranger" else ann).open(0 if who == "no sheet" else sheet, origin)


def test_who_sends_nonsense_is_shown_out(people, sheet):
    bob = people[1].open(sheet)
    for sent in ["{", "[]", '{"base": "x", "text": ""}', '{"base": 1}']:
        ann = people[0].open(sheet)
        bob.sees(here=["ann", "bob"])
        ann.socket.send(sent)
        bob.sees(here=["bob"])
        with pytest.raises(ConnectionClosed):
            ann.sees(here=[])


def test_an_account_that_is_shut_gets_no_new_connection_but_keeps_the_old(people, app, sheet):
    account, name, active = {
        "flask": ("account", "name", "active"),
        "django": ("auth_user", "username", "is_active"),
    }[app.framework]
    bob = people[1].open(sheet)
    bob.sees(version=1)
    with closing(sqlite3.connect(app.data / "office.sqlite3", autocommit=True)) as database:
        database.execute(f"UPDATE {account} SET {active} = 0 WHERE {name} = 'bob'")
        bob.write(1, "still here")
        assert bob.sees(version=2)["text"] == "still here"
        with pytest.raises(InvalidStatus, match="403"):
            bob.open(sheet)
        database.execute(f"UPDATE {account} SET {active} = 1 WHERE {name} = 'bob'")


def test_a_change_of_the_office_is_live_in_django_only(served, live):
    heard = {}
    for framework in ("django", "flask"):
        with ExitStack() as visit:
            ann = Person(served(framework), live(framework), visit).log_in("ann")
            ann.keep_sheet(title="Club")
            ann.open(1).sees(here=["ann"])
            ann.keep_sheet(1, title="Barn")
            try:
                heard[framework] = json.loads(ann.socket.recv(0.5))["title"]
            except TimeoutError:
                heard[framework] = None
    assert heard == {"django": "Barn", "flask": None}


STALE = {
    "django": """
from types import SimpleNamespace
from django.contrib import admin
from sheets.models import Sheet
pk = Sheet.objects.create(title="Barn").pk
form = SimpleNamespace(changed_data=["title"])
shown = admin.site._registry[Sheet]
for save in (Sheet.save, lambda old: shown.save_model(None, old, form, change=True)):
    old = Sheet.objects.get(pk=pk)
    Sheet.objects.filter(pk=pk).update(text="live")
    save(old)
    print(Sheet.objects.get(pk=pk).text or "lost")
""",
    "flask": """
import tables
with tables.Session() as office:
    office.add(old := tables.Sheet(title="Barn"))
    office.commit()
    old = office.get(tables.Sheet, old.id)
    assert old.text == ""
    tables.write(old.id, 1, "live")
    old.title = "Club"
    office.commit()
    print(tables.read(old.id)["text"] or "lost")
""",
}


def test_a_plain_save_of_django_writes_back_an_older_text(served):
    """SQLAlchemy writes the columns that were changed; Django needs to be told which."""
    saved = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", STALE["django"]])
    assert saved.stdout.split() == ["lost", "live"]
    assert served("flask").run(["python", "-c", STALE["flask"]]).stdout.split() == ["live"]
