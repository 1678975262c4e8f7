"""The hand-ins of docs/examples/course-project, as students and a tutor use them."""

import functools
import sqlite3
from contextlib import closing

import httpx
import pytest
from bs4 import BeautifulSoup

PASSWORD = "correct horse battery"
ALONE = {"Connection": "close"}  # Waitress sends a body after HEAD that would confuse the next
ENV = {"TZ": "UTC"}  # the machine's, in which Flask's command reads a deadline
EXERCISES = {"Over": 2020, "Open": 2100, "Soon": 2100}
BY_COMMANDS = f"""
from flask_app import app
run = app.test_cli_runner().invoke
lines = ["init-db", "add-user tutor --tutor", "add-user ada", "add-user ben"]
lines += [f"add-exercise {{title}} {{year}}-01-01" for title, year in {EXERCISES}.items()]
for line in lines:
    asked = "{PASSWORD}\\n{PASSWORD}\\n"
    with app.app_context():
        assert run(args=line.split(), input=asked).exit_code == 0
"""
BY_MODELS = f"""
from django.core.management import call_command
call_command("migrate")
from datetime import datetime, UTC
from django.contrib.auth.models import Permission, User
from handins.models import Exercise
tutor = User.objects.create_user("tutor", password="{PASSWORD}", is_staff=True)
tutor.user_permissions.set(Permission.objects.filter(content_type__model="exercise"))
for name in ("ada", "ben"):
    User.objects.create_user(name, password="{PASSWORD}")
for title, year in {EXERCISES}.items():
    Exercise.objects.create(title=title, deadline=datetime(year, 1, 1, tzinfo=UTC))
"""
PREPARE = {
    "flask": [["python", "-c", BY_COMMANDS]],
    "django": [["python", "manage.py", "shell", "-c", BY_MODELS]],
}


class Person:
    """Somebody's browser, logged in unless the password is wrong."""

    def __init__(self, url, name, password=PASSWORD):
        self.session = httpx.Client(base_url=url, follow_redirects=True, timeout=20)
        self.page = self.send("/login", on="/login", username=name, password=password)

    def look(self, path="/"):
        return BeautifulSoup(self.session.get(path).text, "html.parser")

    def send(self, path, on="/", **values):
        """Send a form with the token that stands on the page."""
        token = self.look(on).select_one("input[name^=csrf]")
        return self.session.post(
            path, data=values | ({token["name"]: token["value"]} if token else {})
        )

    def hand_in(self, title, text):
        return self.send(f"/exercises/{list(EXERCISES).index(title) + 1}", text=text)

    def links(self, title):
        """The hand-ins that this person is shown, as paths."""
        return [a["href"] for a in self.look().select("a[href*=handins]") if title in a.text]


@pytest.fixture(scope="module")
def person():
    """Somebody of this name at this app, logged in once."""
    return functools.cache(Person)


def test_nobody_sees_a_page_without_logging_in(app):
    for path in ("/", "/handins/1", "/exercises/2"):
        answer = httpx.get(app.url + path)
        assert answer.is_redirect and "/login" in answer.headers["location"]
    assert "Exercises" not in Person(app.url, "ada", "wrong").page.text
    assert "Exercises" not in Person(app.url, "eve").page.text
    ben = Person(app.url, "ben")
    assert "Exercises" in ben.page.text
    ben.send("/logout")
    assert "Log in" in ben.look().text


def test_a_hand_in_can_be_replaced_until_the_deadline_and_not_after(app, person):
    ada = person(app.url, "ada")
    for text in ("First <b>try</b>", "Better <b>try</b>"):
        assert ada.hand_in("Soon", text).is_success
    (mine,) = ada.links("Soon")
    table = "exercise" if app.framework == "flask" else "handins_exercise"
    with closing(sqlite3.connect(app.data / "course.sqlite3")) as database, database:
        database.execute(f"UPDATE {table} SET deadline = '2026-01-01 00:00:00' WHERE id = 3")
    assert ada.hand_in("Soon", "Too late").status_code == 403
    assert ada.hand_in("Over", "Far too late").status_code == 403
    assert ada.look(mine).pre.text == "Better <b>try</b>" and not ada.links("Over")


def test_a_mark_is_seen_by_its_owner_and_by_no_other_student(app, person):
    ada, ben, tutor = (person(app.url, name) for name in ("ada", "ben", "tutor"))
    ada.hand_in("Open", "Ada's text")
    ben.hand_in("Open", "Ben's text")
    (of_ada,) = ada.links("Open")
    assert of_ada in tutor.links("Open") and len(tutor.links("Open")) == 2
    assert tutor.send(of_ada, on=of_ada, mark="87").is_success
    assert "87" in ada.look().text and "Mark: 87" in ada.look(of_ada).text
    assert "87" not in ben.look().text and len(ben.links("Open")) == 1
    answer = ben.session.get(of_ada)
    assert answer.status_code == 404 and "87" not in answer.text


def test_only_a_tutor_marks(app, person):
    ada, ben, tutor = (person(app.url, name) for name in ("ada", "ben", "tutor"))
    ada.hand_in("Open", "A text")
    (of_ada,) = ada.links("Open")
    assert ada.send(of_ada, mark="100").status_code == 403
    assert ben.send(of_ada, mark="0").status_code == 404
    assert tutor.send(of_ada, on=of_ada, mark="101").status_code == 400
    assert "not marked" in ada.look().text


def test_looking_at_the_head_of_a_form_is_not_sending_it(app, person):
    ada, tutor = person(app.url, "ada"), person(app.url, "tutor")
    ada.hand_in("Open", "A text")
    (of_ada,) = ada.links("Open")
    assert tutor.session.head(of_ada, headers=ALONE).status_code == 200
    assert "not marked" in ada.look().text


def test_a_deadline_is_shown_in_utc(app, person):
    shown = {"flask": "2100-01-01 00:00:00 UTC", "django": "Jan. 1, 2100, midnight UTC"}
    assert shown[app.framework] in person(app.url, "ada").look().text


def test_a_form_without_its_token_changes_nothing(app, person):
    ada = person(app.url, "ada")
    ada.hand_in("Open", "Mine")
    forged = ada.session.post("/exercises/2", data={"text": "Forged"})
    assert forged.status_code in (400, 403)
    assert ada.hand_in("Open", " ").status_code == 400
    assert ada.look(ada.links("Open")[0]).pre.text == "Mine"


def lines(path):
    return sum(bool(line.strip()) for line in path.read_text().splitlines())


def test_logging_in_is_a_file_in_flask_and_two_lines_in_django(served):
    flask, django = (served(name).shown.folder for name in ("flask", "django"))
    urls = (django / "config/urls.py").read_text().splitlines()
    assert sum("auth.Log" in line for line in urls) == 2
    assert lines(flask / "flask_app/auth.py") in range(30, 40)
    views = lines(flask / "flask_app/handins.py"), lines(django / "handins/views.py")
    assert abs(views[0] - views[1]) <= 5, views


def test_a_tutor_sets_exercises_in_the_admin_of_django(served, person):
    """A tutor on the staff with the right to exercises, and no more than that."""
    tutor, add = person(served("django").url, "tutor"), "/admin/handins/exercise/add/"
    when = {"deadline_0": "2100-01-01", "deadline_1": "12:00:00"}
    assert tutor.send(add, on=add, title="Essay", **when).is_success
    assert "Essay" in tutor.look().text
