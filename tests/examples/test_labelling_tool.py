"""What both tools of docs/examples/labelling-tool promise, with many annotators at once."""

import copy
import json
import re
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from bs4 import BeautifulSoup
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from services import fresh_database

KEPT = tempfile.TemporaryDirectory(prefix="store-")
STORE = Path(KEPT.name)
PICTURES = ["a.jpg", "b.jpg", "c.jpg"]
for folder in ("pictures", "labels"):
    (STORE / folder).mkdir()
for name in PICTURES:
    (STORE / "pictures" / name).write_bytes(name.encode())
ENV = {"STORE": str(STORE), "STORE_ADDRESS": "https://store.test/"}
PEOPLE = [f"p{number}" for number in range(9)]
DJANGO = f"""
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from labels.models import Species
call_command("migrate", verbosity=0)
for name in {PEOPLE}: User.objects.create(username=name)
lead = User.objects.create(username="lead", is_staff=True)
may = Permission.objects.filter(content_type__app_label="labels")
lead.user_permissions.set(may | Permission.objects.filter(codename__in=["add_user", "change_user"]))
Species.objects.bulk_create([Species(name="fox"), Species(name="hare")])
call_command("sync")
"""
FLASK = f"""
from flask_app import app
from flask_app.models import Species, db
run = app.test_cli_runner().invoke
for words in ["init-db"], ["add-person", *{PEOPLE}], ["add-person", "--lead", "lead"]:
    run(args=words, catch_exceptions=False)
with app.app_context():
    db.session.add_all([Species(name="fox"), Species(name="hare")])
    db.session.commit()
run(args=["sync"], catch_exceptions=False)
"""
PREPARE = {
    "flask": [["python", "-c", FLASK]],
    "django": [["python", "manage.py", "shell", "-v", "0", "-c", DJANGO]],
}
SYNC = {"flask": "flask sync", "django": "python manage.py sync"}


def sql(app, statement):
    table = "labels_task" if app.framework == "django" else "task"
    with create_engine(f"sqlite:///{app.data / 'labels.sqlite3'}").begin() as connection:
        return connection.execute(text(statement.replace("TASK", table)))


@pytest.fixture(autouse=True)
def fresh(request):
    """Nobody holds a picture and none is labelled."""
    if "app" in request.fixturenames:
        app = request.getfixturevalue("app")
        sql(app, "UPDATE TASK SET person_id = NULL, given_at = NULL, species_id = NULL")


class Annotator:
    """Somebody whom the gateway names to the tool."""

    def __init__(self, app, name):
        self.session = httpx.Client(base_url=app.url, headers={"X-Remote-User": name}, timeout=20)

    def look(self):
        """The name of the picture that the page shows, or None."""
        self.answer = self.session.get("/")
        self.page = BeautifulSoup(self.answer.text, "html.parser")
        return self.page.img and self.page.img["src"].removeprefix("https://store.test/")

    def say(self, species):
        """Choose it on the page that is open, and send the form."""
        token = self.page.select_one("[name^=csrf]")
        named = {
            label.text.strip(): label["for"] for label in self.page.select("li label, div label")
        }
        value = self.page.find(id=named[species])["value"]
        sent = {token["name"]: token["value"], "species": value}
        return self.session.post(self.page.form["action"], data=sent).status_code

    def label(self, **seen):
        for _ in range(9):
            if (picture := self.look()) is None:
                return
            assert self.say(seen.get(picture[0], "fox")) == 302
            yield picture


@pytest.fixture
def people(app):
    return [Annotator(app, name) for name in PEOPLE]


@pytest.fixture
def lead(app):
    return Annotator(app, "lead")


@pytest.fixture(params=["sqlite", "postgresql"])
def crowd(request, app, served, postgres_url):
    """The annotators, on each database."""
    if request.param == "postgresql":
        app = served(app.framework, DATABASE_URL=fresh_database(postgres_url))
    return [Annotator(app, name) for name in PEOPLE]


def test_no_picture_goes_to_a_third_person(crowd):
    with ThreadPoolExecutor(len(crowd)) as pool:
        held = Counter(pool.map(Annotator.look, crowd))
    assert held == {**dict.fromkeys(PICTURES, 2), None: 3}


def test_nobody_sees_a_picture_twice(people):
    assert list(people[0].label()) == PICTURES
    assert list(people[1].label()) == PICTURES
    assert people[2].look() is None


def test_who_comes_back_gets_the_same_picture(people):
    assert people[0].look() == people[0].look() == people[1].look() == "a.jpg"
    assert people[2].look() == "b.jpg"


def test_many_tabs_of_one_person_show_one_picture(crowd):
    tabs = [copy.copy(crowd[0]) for _ in range(8)]
    with ThreadPoolExecutor(len(tabs)) as pool:
        assert {*pool.map(Annotator.look, tabs)} == {"a.jpg"}


def test_who_comes_back_late_goes_on_if_nobody_has_taken_the_picture(app, people):
    late, second, third = people[:3]
    assert late.look() == second.look() == "a.jpg"
    sql(app, "UPDATE TASK SET given_at = '2026-01-01 00:00:00.000000' WHERE look = 1")
    assert late.look() == "a.jpg" and third.look() == "b.jpg"  # a.jpg is not free any more
    assert late.say("hare") == 302


def test_what_was_left_goes_to_somebody_else_and_the_late_label_is_refused(app, people):
    late, second, third = people[:3]
    assert late.look() == second.look() == "a.jpg"
    sql(app, "UPDATE TASK SET given_at = '2026-01-01 00:00:00.000000' WHERE look = 1")
    assert third.look() == "a.jpg"
    assert late.say("hare") == 409
    assert (third.say("fox"), third.say("hare")) == (302, 409)


def test_the_database_refuses_one_person_twice(app, people):
    people[0].look()
    with pytest.raises(IntegrityError):
        sql(app, "UPDATE TASK SET person_id = (SELECT max(person_id) FROM TASK)")


def test_the_lead_sees_how_often_two_agree_and_where_they_do_not(people, lead):
    assert [*people[0].label(b="hare"), *people[1].label()] == PICTURES * 2
    page = lead.session.get("/agreement/").text
    assert "Agreement: 2 of 3" in page and re.findall(r"\w\.jpg", page) == ["b.jpg"]
    assert people[0].session.get("/agreement/").status_code == 403


def test_only_agreed_labels_reach_the_store_and_no_picture_leaves_it(app, people):
    assert [*people[0].label(b="hare"), *people[1].label()]
    for file in (STORE / "labels").iterdir():
        file.unlink()
    app.run(SYNC[app.framework])
    found = {file.name: json.loads(file.read_text()) for file in (STORE / "labels").iterdir()}
    assert found == {"a.jpg.json": "fox", "c.jpg.json": "fox"}
    assert sql(app, "SELECT count(*) FROM TASK").scalar() == 6
    assert sorted(file.name for file in (STORE / "pictures").iterdir()) == PICTURES


def test_the_lead_adds_a_species_and_nobody_else_can(app, people, lead):
    url = "/admin/labels/species/add/" if app.framework == "django" else "/admin/species/new/"
    form = BeautifulSoup(lead.session.get(url).text, "html.parser")
    token = form.select_one("form [name^=csrf]")
    sent = {token["name"]: token["value"], "name": "lynx"}
    assert people[0].session.post(url, data=sent).status_code in (302, 403)
    people[0].look()
    assert "lynx" not in people[0].page.text
    lead.session.post(url, data=sent)
    people[0].look()
    assert "lynx" in people[0].page.text


def test_only_whom_the_lead_let_in_gets_in(client, app, lead):
    newcomer = Annotator(app, "newcomer")
    assert client.get("/").status_code == newcomer.session.get("/").status_code == 403
    url, who = {
        "flask": ("/admin/person/new/", {"name": "newcomer"}),
        "django": ("/admin/auth/user/add/", {"username": "newcomer", "usable_password": "false"}),
    }[app.framework]
    token = BeautifulSoup(lead.session.get(url).text, "html.parser").select_one("form [name^=csrf]")
    assert lead.session.post(url, data={token["name"]: token["value"], **who}).is_redirect
    assert newcomer.session.get("/").status_code == 200
