"""The grown app of docs/examples/grown-flask-app, and the Django project that takes it over."""

import functools
import sqlite3
from contextlib import closing

import httpx
import pytest
from bs4 import BeautifulSoup

from harness import Running

PASSWORD = "correct horse battery"
ALONE = {"Connection": "close"}  # Waitress sends a body after HEAD that would confuse the next
ENV = {"TZ": "UTC"}  # the machine's, which is Flask's; Django sets its own
OLD = f"""
import sys
sys.path.insert(0, "..")
from flask_app import app
run = app.test_cli_runner().invoke
lines = ["migrate", "migrate"]
people = {{"head": "head", "office": "office", "reader": "reader", "away": "reader"}}
lines += [f"add-account {{name}} {{role}}" for name, role in people.items()]
for line in lines:
    with app.app_context():
        assert run(args=line.split(), input="{PASSWORD}\\n{PASSWORD}\\n").exit_code == 0
from flask_app.models import Account, db
from werkzeug.security import generate_password_hash
with app.app_context():
    oldest = Account.query.filter_by(name="reader").one()
    oldest.password = generate_password_hash("{PASSWORD}", "pbkdf2:sha256:1000")
    for row in [
        "INSERT INTO lift VALUES (1, 'L-1', 'Town hall', 180), (2, 'L-2', 'Clinic', 180)",
        "INSERT INTO lift VALUES (3, 'L-3', 'Museum', 40000)",
        "INSERT INTO inspection VALUES (1, 1, '2020-01-01', 1, ''), (2, 3, '2020-01-01', 1, '')",
    ]:
        db.session.execute(db.text(row))
    db.session.commit()
"""
NEW = """
from django.core.management import call_command
call_command("migrate", fake_initial=True)
call_command("take_over")
"""
PREPARE = {
    "flask": [["python", "-c", OLD]],
    "django": [["python", "manage.py", "shell", "-c", OLD + NEW]],
}


class Person:
    """Somebody of the office, at one of the apps."""

    def __init__(self, url, old, name, password=PASSWORD):
        self.old = old
        self.session = httpx.Client(base_url=url, follow_redirects=True, timeout=20)
        login = "/login" if self.old else "/admin/login/?next=/"
        self.page = self.send(login, username=name, password=password).text

    def look(self, path="/"):
        return self.session.get(path).text

    def send(self, path, **values):
        """Send the form of the page with these values, and the others as they stand there."""
        page = BeautifulSoup(self.look(path), "html.parser")
        form = page.select_one(f"form:has([name={next(iter(values))}])")
        fields = form.select("input[name]:not([type=submit], [type=checkbox])")
        return self.session.post(path, data={f["name"]: f.get("value") for f in fields} | values)

    def screen(self, kind, number):
        return f"/admin/{kind}/{number}" if self.old else f"/admin/lifts/{kind}/{number}/change/"

    def inspect(self, lift, day):
        path = "/admin/inspection/add" if self.old else "/admin/lifts/inspection/add/"
        values = {"lift_id" if self.old else "lift": str(lift), "done_on": day, "passed": "on"}
        return self.send(path, **values, note="All well")


@pytest.fixture(scope="module")
def person():
    """Somebody of this name at this app, logged in once."""
    known = functools.cache(Person)
    return lambda app, name: known(app.url, app.framework == "flask", name)


def rows(app, query):
    with closing(sqlite3.connect(app.data / "lifts.sqlite3")) as database:
        return database.execute(query).fetchall()


def test_nobody_gets_in_without_the_old_password(app, person):
    assert httpx.get(app.url).is_redirect
    assert "Overdue" not in Person(app.url, app.framework == "flask", "office", "wrong").page
    assert "Overdue" in person(app, "office").page


def test_both_name_the_same_lifts_as_overdue(app, person):
    office = person(app, "office")
    assert "L-1 Town hall" in office.look() and "L-3" not in office.look()
    assert "L-2 Clinic" in office.look()
    assert office.inspect(2, "2100-01-01").is_success
    assert "L-2 Clinic" not in office.look()


def test_a_reader_reads_and_changes_nothing(person, app):
    reader, office = person(app, "reader"), person(app, "office")
    assert "L-1" in reader.look("/admin/lift/" if reader.old else "/admin/lifts/lift/")
    path, login = office.screen("lift", 1), "/login" if reader.old else "/admin/password_change/"
    token = BeautifulSoup(reader.look(login), "html.parser").select_one("input[name^=csrf]")
    sent = {"number": "L-1", "place": "Old", "every_days": "180", token["name"]: token["value"]}
    assert (
        reader.session.post(path, data=sent).status_code == 403
    )  # for the role: the token is good
    assert rows(app, "SELECT place FROM lift WHERE id = 1") == [("Town hall",)]
    assert office.send(path, place="Old town hall").is_success
    assert "Old town hall" in office.look()


def test_old_passwords_are_replaced_by_django_at_the_log_in(served, person):
    django = served("django")
    head = person(django, "head")
    stored = dict(rows(django, "SELECT username, password FROM auth_user"))
    assert stored["head"].startswith("scrypt$") and stored["away"].startswith("werkzeug$")
    assert all(len(password) <= 128 for password in stored.values())  # as PostgreSQL insists
    ((number,),) = rows(django, "SELECT id FROM auth_user WHERE username = 'away'")
    assert "werkzeug" in head.look(f"/admin/auth/user/{number}/change/")
    assert "Overdue" in person(django, "away").page


def test_an_account_from_before_scrypt_opens_with_its_password_in_both(app, person):
    assert "Overdue" in person(app, "reader").page


def test_both_take_the_same_day_for_today(served):
    now = "import datetime as dt; print(dt.datetime.now().astimezone().utcoffset())"
    old = served("flask").run(["python", "-c", now]).stdout
    new = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", now]).stdout
    assert old == new == "0:00:00\n"


def test_looking_at_the_head_of_a_form_is_not_sending_it(app, person):
    office = person(app, "office")
    assert office.session.head(office.screen("lift", 2), headers=ALONE).status_code == 200
    assert rows(app, "SELECT place FROM lift WHERE id = 2") == [("Clinic",)]


def test_both_run_on_one_database_during_the_move(served, person, tmp_path):
    django, old = served("django"), served("flask").shown
    beside = Running("flask", old, tmp_path, {"APP_DATA": str(django.data)}).start()
    new_office, old_office = person(django, "office"), person(beside, "office")
    assert new_office.send(new_office.screen("lift", 3), every_days="1").is_success
    assert "L-3 Museum" in old_office.look()
    assert old_office.send(old_office.screen("lift", 3), every_days="40000").is_success
    assert "L-3 Museum" not in new_office.look()
    beside.stop()


def test_only_django_says_which_field_is_wrong_and_keeps_the_rest(app, person):
    office = person(app, "office")
    answer, ghost = office.inspect(1, "yesterday"), office.inspect(99, "2026-11-01")
    if office.old:
        assert answer.status_code == 400 and "All well" not in answer.text
        assert "Add" in ghost.text  # back at the list: nobody asked whether lift 99 exists
    else:
        assert "Enter a valid date" in answer.text and "All well" in answer.text
        assert "Select a valid choice" in ghost.text


def test_only_django_has_kept_who_changed_what(served, person):
    django = served("django")
    office, head = person(django, "office"), person(django, "head")
    office.send(office.screen("lift", 1), place="Town hall, east")
    history = BeautifulSoup(head.look("/admin/lifts/lift/1/history/"), "html.parser")
    assert "office" in history.select_one("#change-history").text
    tables = rows(served("flask"), "SELECT name FROM sqlite_master WHERE type = 'table'")
    assert sorted(tables) == [("account",), ("inspection",), ("lift",), ("schema_version",)]


def lines(folder, *files):
    texts = [path.read_text() for file in files for path in folder.glob(file)]
    return sum(bool(line.strip()) for text in texts for line in text.splitlines())


def test_most_of_the_old_code_is_not_about_lifts(served):
    old, new = served("flask").shown.folder / "flask_app", served("django").shown.folder / "lifts"
    assert lines(old, "auth.py", "templates/login.html") == 58
    assert lines(old, "admin.py", "templates/list.html", "templates/edit.html") == 69
    assert lines(old, "migrations.py") == 20
    assert lines(old, "rules.py", "inspections.py", "templates/overdue.html") == 31
    assert lines(new, "admin.py") == 7
    assert lines(new, "hashers.py", "management/commands/take_over.py") == 40


def test_the_rule_moves_as_it_is(served):
    old, new = served("flask").shown.folder / "flask_app", served("django").shown.folder / "lifts"
    assert (old / "rules.py").read_bytes() == (new / "rules.py").read_bytes()
