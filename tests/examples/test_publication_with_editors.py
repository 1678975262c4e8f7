"""What both publications of docs/examples/publication-with-editors promise, worked in a browser."""

import httpx
import pytest
from bs4 import BeautifulSoup

PASSWORD = "a long enough pass phrase"
DJANGO = f"""
from django.contrib.auth.models import Group, User
for name, group in [("erin", "Editors"), ("moses", "Moderators")]:
    user = User.objects.create_user(name, password="{PASSWORD}")
    user.groups.add(Group.objects.get(name=group))
"""
FLASK = f"""
from flask_app import app
run, secret = app.test_cli_runner().invoke, ["--password", "{PASSWORD}"]
run(args=["init-db"], catch_exceptions=False)
run(args=["add-person", "erin", *secret], catch_exceptions=False)
run(args=["add-person", "moses", "--moderator", *secret], catch_exceptions=False)
"""
PREPARE = {
    "flask": [["python", "-c", FLASK]],
    "django": ["python manage.py migrate", ["python", "manage.py", "shell", "-c", DJANGO]],
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
