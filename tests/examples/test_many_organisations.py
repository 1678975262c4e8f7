"""What both products of docs/examples/many-organisations keep apart."""

import re
import shutil
import sqlite3
import sys
from contextlib import closing

import httpx
import pytest

PASSWORD = "a long enough pass phrase"
FLASK_SEED = f"""
from flask_app import app
from flask_app.models import Inspection, Organisation, Playground, User, db
from werkzeug.security import generate_password_hash
with app.app_context():
    person = {{"password_hash": generate_password_hash("{PASSWORD}")}}
    for pk, name in enumerate(["North", "South"], 1):
        own = {{"id": pk, "organisation_id": pk}}
        db.session.add(Organisation(id=pk, name=name))
        db.session.add(User(**own, **person, username=name))
        db.session.add(Playground(**own, name=f"{{name}} swings"))
        db.session.add(Inspection(**own, playground_id=pk, found=f"{{name}} rust"))
    db.session.add(User(username="support", is_support=True, **person))
    db.session.commit()
"""
DJANGO_SEED = f"""
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission
from django.core.management import call_command
from playgrounds.models import Inspection, Organisation, Playground, User
call_command("migrate", verbosity=0)
rights = Permission.objects.filter(content_type__app_label="playgrounds")
person = {{"password": make_password("{PASSWORD}"), "is_staff": True}}
for pk, name in enumerate(["North", "South"], 1):
    own = {{"pk": pk, "organisation": Organisation.objects.create(pk=pk, name=name)}}
    manager = User.objects.create(username=name, **own, **person)
    manager.user_permissions.set(rights.exclude(codename="see_all"))
    playground = Playground.objects.create(**own, name=f"{{name}} swings")
    Inspection.objects.create(**own, playground=playground, found=f"{{name}} rust")
support = User.objects.create(username="support", **person)
support.user_permissions.set(rights.filter(codename__regex="^view|see_all"))
"""
PREPARE = {
    "flask": ["flask init-db", ["python", "-c", FLASK_SEED]],
    "django": [["python", "manage.py", "shell", "-c", DJANGO_SEED]],
}
SWINGS = [{"id": 1, "name": "North swings"}, {"id": 2, "name": "South swings"}]


class Person(httpx.Client):
    """Somebody who is logged in."""

    def __init__(self, app, name):
        super().__init__(base_url=app.url, timeout=20)
        self.is_django = app.framework == "django"
        self.screens = "/admin/playgrounds/" if self.is_django else "/admin/"
        log_in = "/admin/login/" if self.is_django else "/login/"
        self.send_form(log_in, username=name, password=PASSWORD)

    def token(self, url):
        return dict(re.findall(r'name="(csrf\w+)"[^>]*value="([^"]+)', self.get(url).text))

    def send_form(self, url, **values):
        return self.post(url, data=self.token(url) | values)

    def inspect(self, playground, found):
        new = "add" if self.is_django else "new"
        return self.send_form(
            f"{self.screens}inspection/{new}/", playground=playground, found=found
        )

    def screen(self, kind, *rest):
        return self.get("".join([self.screens, kind, "/", *rest]))


@pytest.fixture(scope="module")
def people():
    """Those who are logged in, by app and name."""
    return {}


@pytest.fixture
def someone(app, people):
    """Log a person in at this app, once."""

    def named(name):
        if (app.url, name) not in people:
            people[app.url, name] = Person(app, name)
        return people[app.url, name]

    return named


def inspections(app):
    with closing(sqlite3.connect(app.data / "playgrounds.sqlite3")) as database:
        table = "playgrounds_inspection" if app.framework == "django" else "inspection"
        query = f"SELECT found, playground_id, organisation_id FROM {table} ORDER BY id"
        return database.execute(query).fetchall()


def test_a_stranger_is_sent_to_the_log_in(client):
    for url in ("/playgrounds/", "/playgrounds/1/", "/admin/"):
        answer = client.get(url)
        assert answer.status_code == 302 and "login" in answer.headers["location"]


def test_a_manager_finds_the_councils_own_only(someone):
    north, south = someone("North"), someone("South")
    assert north.get("/playgrounds/").json() == SWINGS[:1]
    assert south.get("/playgrounds/?q=swings").json() == SWINGS[1:]
    assert north.get("/playgrounds/1/").json()["found"][0] == "North rust"
    assert south.get("/playgrounds/1/").status_code == 404


def test_the_back_office_shows_and_takes_the_councils_own_only(someone, app):
    south, before = someone("South"), inspections(app)
    for page in ("inspection", "playground"):
        assert "South swings" in south.screen(page).text
        assert "North" not in south.screen(page).text
    new = south.screen("inspection", "add/" if south.is_django else "new/").text
    assert "South swings" in new and "North" not in new
    assert south.inspect(1, "forged").status_code == 200  # the form again
    assert inspections(app) == before
    assert south.inspect(2, "a loose bolt").status_code == 302
    assert inspections(app) == [*before, ("a loose bolt", 2, 2)]


def test_support_sees_every_council_and_changes_nothing(someone, app):
    support, before = someone("support"), inspections(app)
    edit = "1/change/" if support.is_django else "edit/?id=1"
    assert support.get("/playgrounds/").json() == SWINGS
    assert "North swings" in support.screen("inspection").text
    edit = f"{support.screens}playground/{edit}"
    assert someone("North").send_form(edit, name="North swings").status_code == 302
    with_a_token = "/admin/password_change/" if support.is_django else "/login/"
    answer = support.post(edit, data=support.token(with_a_token) | {"name": "no"})
    assert answer.status_code == (403 if support.is_django else 302)  # the list again
    assert support.get("/playgrounds/").json() == SWINGS and inspections(app) == before


def walk(app, folder=None):
    """Run the leak test of the app, or that of a changed copy: what does it print?"""
    folder = folder or app.shown.folder
    if app.framework == "django":
        words = [f"{folder}/manage.py", "test", "-t", str(folder), str(folder)]
    else:
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", f"{folder}/flask_app"]
    # The plugins of this repository take longer to load than the walk takes.
    done = app.run([sys.executable, *words], check=False, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    return done.returncode, done.stdout + done.stderr


def changed(source, copy, file, old, new):
    """Copy an app, and write one line of it another way."""
    if not copy.is_dir() or not any(copy.iterdir()):
        shutil.copytree(source, copy, dirs_exist_ok=True)
    code = (copy / file).read_text()
    assert code.count(old) == 1
    (copy / file).write_text(code.replace(old, new))


def test_a_walk_through_every_url_finds_no_leak(app):
    status, said = walk(app)
    assert status == 0 and re.search("2 passed|Ran 2 tests", said)


def test_one_hook_scopes_every_query_of_the_sqlalchemy_session(served):
    code = """
from flask import g
from flask_app import app
from flask_app.models import *
for organisation in (2, None):
    with app.app_context():
        g.organisation_id = organisation
        found = db.session.scalars(db.select(Inspection).join(Playground)).all()
        print({one.organisation_id for one in found}, db.session.get(Playground, 1))
        print(db.session.execute(db.update(Playground).values(name=Playground.name)).rowcount)
"""
    said = served("flask").run(["python", "-c", code]).stdout.splitlines()
    assert said == ["{2} None", "1", "set() None", "0"]


def test_a_core_query_goes_past_the_hook_and_the_walk_finds_it(served, tmp_path):
    flask, copy = served("flask"), tmp_path / "flask_app"
    core = "db.session.execute(db.select(Playground.__table__))"
    changed(flask.shown.folder / copy.name, copy, "views.py", "db.session.scalars(found)", core)
    status, said = walk(flask, tmp_path)
    assert status == 1 and "'/playgrounds/'" in said and "1 failed" in said


FORGOTTEN = [
    ("views.py", "Playground.objects.of(request.user).filter", "Playground.objects.filter"),
    ("admin.py", ".objects.of(request.user)", ".objects"),
    ("admin.py", "list_select_related =", "list_filter ="),
]


def test_django_leaks_where_the_scope_was_forgotten(served, tmp_path):
    django = served("django")
    for file, old, new in FORGOTTEN:
        changed(django.shown.folder, tmp_path, f"playgrounds/{file}", old, new)
    status, said = walk(django, tmp_path)
    assert status == 1 and "failures=1" in said
    for url in ("/playgrounds/", "/admin/playgrounds/inspection/"):
        assert f"'{url}'" in said
    assert "'/admin/playgrounds/inspection/add/'" in said
