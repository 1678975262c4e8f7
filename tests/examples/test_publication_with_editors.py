"""What both publications of docs/examples/publication-with-editors promise, worked in a browser."""

import httpx
import pytest
from bs4 import BeautifulSoup

PASSWORD = "a long enough pass phrase"
DJANGO = f"""
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.management import call_command
call_command("migrate", verbosity=0)
password = make_password("{PASSWORD}")
for name, group in [("erin", "Editors"), ("moses", "Moderators"), ("mona", "Moderators")]:
    user = User.objects.create(username=name, password=password)
    user.groups.add(Group.objects.get(name=group))
"""
FLASK = f"""
from flask_app import app
from flask_app.models import Person, db
from werkzeug.security import generate_password_hash
run, secret = app.test_cli_runner().invoke, ["--password", "{PASSWORD}"]
run(args=["init-db"], catch_exceptions=False)
run(args=["add-person", "erin", *secret], catch_exceptions=False)
run(args=["add-person", "moses", "--moderator", *secret], catch_exceptions=False)
run(args=["add-person", "mona", "--moderator", *secret], catch_exceptions=False)
with app.app_context():  # it is checked with every request: a quick one will do
    for person in db.session.scalars(db.select(Person)):
        person.password_hash = generate_password_hash("{PASSWORD}", "pbkdf2:sha256:1")
    db.session.commit()
"""
PREPARE = {
    "flask": [["python", "-c", FLASK]],
    "django": [["python", "manage.py", "shell", "-c", DJANGO]],
}
SUBMIT = {"action-submit": "action-submit"}
PUBLISH = {"action-publish": "action-publish"}
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


class Desk:
    """Somebody of the publication at the screens of each app."""

    def __init__(self, app, name):
        self.session = httpx.Client(base_url=app.url, follow_redirects=True, timeout=30)
        self.wagtail = app.framework == "django"
        if self.wagtail:
            self.send("/admin/login/", "form", username=name, password=PASSWORD)
        else:
            self.session.auth = (name, PASSWORD)

    def read(self, url):
        return BeautifulSoup(self.session.get(url).text, "html.parser")

    def send(self, url, form, to=None, **values):
        """Send the form of a page as it stands, with these values."""
        found = self.read(url).select_one(form)
        fields = found.select("input[name]:not([type=checkbox]), textarea[name]")
        data = {f["name"]: f.get("value", f.text.strip()) for f in fields}
        return self.session.post(to or url, data=data | values)

    def number(self, slug):
        """The number of the article, or of its newest version."""
        if self.wagtail:
            links = self.read("/admin/pages/2/").select("a[href$='/edit/']")
            return next(a["href"].split("/")[3] for a in links if a.text.strip() == slug)
        row = next(tr for tr in self.read("/admin/version/").select("tr") if slug in tr.text)
        return httpx.URL(row.select_one("a[href*='/edit/']")["href"]).params["id"]

    def write(self, slug, body, button=SUBMIT):
        url = "/admin/pages/add/press/article/2/" if self.wagtail else "/admin/version/new/"
        self.send(url, "form:has([name=slug])", title=slug, slug=slug, body=body, **button)

    def rewrite(self, slug, button=SUBMIT, **body):
        number = self.number(slug)
        pages, versions = f"/admin/pages/{number}/edit/", f"/admin/version/edit/?id={number}"
        url = pages if self.wagtail else versions
        self.send(url, "form:has([name=slug])", **body, **button)

    def approve(self, slug):
        if self.wagtail:
            return self.rewrite(slug, APPROVE)
        sent = {"action": "approve", "rowid": self.number(slug)}
        return self.send(
            "/admin/version/new/", "form:has([name=slug])", "/admin/version/action/", **sent
        )

    def record(self, slug):
        if self.wagtail:
            return self.read(f"/admin/pages/{self.number(slug)}/history/").select_one("main").text
        return " ".join(
            tr.text for tr in self.read("/admin/version/").select("tr") if slug in tr.text
        )


@pytest.fixture(scope="module")
def desks():
    return {}


@pytest.fixture
def desk(served, desks):
    """Somebody at an app: each logs in once."""

    def sit(framework, name):
        if (framework, name) not in desks:
            desks[framework, name] = Desk(served(framework), name)
        return desks[framework, name]

    return sit


@pytest.fixture
def erin(app, desk):
    return desk(app.framework, "erin")


@pytest.fixture
def moses(app, desk):
    return desk(app.framework, "moses")


def test_what_waits_is_not_public_and_what_is_approved_is(client, erin, moses):
    erin.write("otter", "Seen at the weir.")
    assert client.get("/otter/").status_code == 404 and "otter" not in client.get("/").text
    moses.approve("otter")
    assert "<p>Seen at the weir.</p>" in client.get("/otter/").text
    assert 'href="/otter/"' in client.get("/").text


def test_an_editor_cannot_publish(client, erin, moses):
    erin.write("heron", "Seen.", PUBLISH)
    assert client.get("/heron/").status_code == 404
    erin.approve("heron")
    erin.rewrite("heron", PUBLISH)
    assert client.get("/heron/").status_code == 404
    erin.rewrite("heron")
    moses.approve("heron")
    assert client.get("/heron/").status_code == 200


def test_a_change_to_what_is_public_waits_too(client, erin, moses):
    erin.write("pike", "First.")
    moses.approve("pike")
    erin.rewrite("pike", body="Second.")
    assert "First." in client.get("/pike/").text
    moses.approve("pike")
    assert "Second." in client.get("/pike/").text and client.get("/").text.count("/pike/") == 1


def test_it_is_on_record_who_wrote_and_who_approved(erin, moses):
    erin.write("perch", "Seen.")
    assert "moses" not in erin.record("perch")
    moses.approve("perch")
    assert "erin" in erin.record("perch") and "moses" in erin.record("perch")


def test_who_approved_first_stays_on_record(desk):
    erin, moses, mona = (desk("flask", name) for name in ("erin", "moses", "mona"))
    erin.write("tench", "Seen.")
    moses.approve("tench")
    first = erin.record("tench")
    mona.approve("tench")
    assert erin.record("tench") == first and "moses" in first


def test_the_action_of_flask_admin_gets_its_numbers_as_text_and_asks_for_numbers(served):
    code = """
from flask_app import app
from flask_app.admin import VersionView
from flask_app.models import Version, db
from sqlalchemy import event
with app.app_context():
    event.listen(db.engine, "before_cursor_execute", lambda *asked: print(asked[3]))
    VersionView(Version, db).approve(["987654"])
"""
    assert served("flask").run(["python", "-c", code]).stdout == "(987654,)\n"


def test_a_password_is_hashed_for_an_unknown_name_too(served):
    code = """
from unittest.mock import patch
from flask_app import admin, app
for name in ("erin", "nobody"):
    with patch.object(admin, "check_password_hash", return_value=False) as check:
        answer = app.test_client().get("/admin/", auth=(name, "guessed"))
    print(check.call_count, answer.status_code)
"""
    said = served("flask").run(["python", "-c", code]).stdout
    assert said.splitlines() == ["1 401", "1 401"]


def test_what_is_for_some_readers_only_is_not_in_the_list(desk, django):
    erin, moses = desk("django", "erin"), desk("django", "moses")
    erin.write("bream", "For members.")
    moses.approve("bream")
    assert 'href="/bream/"' in django.get("/").text
    token = {"X-CSRFToken": moses.session.cookies["csrftoken"]}
    url = f"/admin/pages/{moses.number('bream')}/privacy/"
    moses.session.post(url, data={"restriction_type": "login"}, headers=token)
    assert 'href="/bream/"' not in django.get("/").text


def test_a_stranger_gets_no_screen(client, erin):
    erin.write("carp", "Not yet.")
    for url in ("/admin/", "/admin/pages/2/", "/admin/version/"):
        answer = client.get(url, follow_redirects=True)
        assert "carp" not in answer.text and (
            answer.status_code != 200 or "Password" in answer.text
        )


def test_only_wagtail_shows_a_draft_as_a_page_and_what_waits(client, erin, moses):
    erin.write("eel", "Not yet.")
    assert ("eel" in moses.read("/admin/").text) == moses.wagtail
    draft = erin.session.get(f"/admin/pages/{erin.number('eel')}/view_draft/")
    assert ("<p>Not yet.</p>" in draft.text) == erin.wagtail
