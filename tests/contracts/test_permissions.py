"""What both apps of docs/compare/permissions promise, and where they differ."""

import re

import httpx
import pytest

PREPARE = {
    "flask": ["flask seed"],
    "django": ["python manage.py migrate", "python manage.py seed"],
}
CARLS, DORAS = 1, 2  # Carl's note is a draft, Dora's is published
TOKEN = re.compile(r'name="(csrf\w+)" value="(.+?)"')


class Person:
    """Somebody with a browser of their own, who sends forms with their token."""

    def __init__(self, app, name=None):
        self.session = httpx.Client(base_url=app.url, timeout=20)
        if name:
            self.token = dict(TOKEN.findall(self.session.get("/login/").text))
            assert self.send("/login/", username=name, password="secret").status_code == 302

    def see(self):
        page = self.session.get("/").text
        self.token = dict(TOKEN.findall(page))
        return page

    def send(self, path, **data):
        return self.session.post(path, data={**self.token, **data})

    def do(self, what, note, **data):
        self.see()
        return self.send(f"/notes/{note}/{what}/", **data).status_code


@pytest.fixture
def person(app):
    return lambda name: Person(app, name)


@pytest.fixture
def carl(served):
    return lambda framework: Person(served(framework), "carl")


def shell(app, code):
    """Run code in Django's shell; give what it prints."""
    head = "from django.contrib.auth.models import *; from notes.models import *\n"
    return app.run(["python", "manage.py", "shell", "-v", "0", "-c", head + code]).stdout.split()


def test_every_page_needs_a_log_in_although_no_view_says_so(client):
    for path in ("/", "/notes/2/edit/", "/notes/2/publish/", "/notes/2/pin/"):
        answer = client.get(path)
        assert answer.status_code == 302, path
        assert answer.headers["location"].startswith("/login/")


def test_a_role_opens_a_view_that_forbids_everybody_else(person):
    assert person("carl").do("publish", CARLS) == 403
    assert "(published)" not in person("carl").see().split('id="note-2"')[0]
    assert person("anna").do("publish", CARLS) == 302
    assert "(published)" in person("carl").see().split('id="note-2"')[0]


def test_authors_edit_their_own_notes_and_editors_any(person):
    assert person("carl").do("edit", CARLS, title="Carl again") == 302
    assert person("carl").do("edit", DORAS, title="Stolen") == 403
    assert person("anna").do("edit", DORAS, title="Edited") == 302
    assert "Carl again" in (page := person("anna").see()) and "Edited" in page


def test_the_template_shows_the_buttons_that_the_rules_allow(person):
    buttons = [re.findall(r"/notes/(\d)/(\w+)/", person(name).see()) for name in ("carl", "anna")]
    assert buttons[0] == [("1", "edit")]
    assert buttons[1] == [(n, what) for n in "12" for what in ("edit", "publish", "pin")]


def test_a_hidden_button_protects_nothing(person):
    assert "/pin/" not in person("carl").see()
    assert person("carl").do("pin", DORAS) == 302
    assert "(pinned)" in person("carl").see()


def test_the_list_and_the_address_hide_the_drafts_of_others(app, person):
    draft = {
        "flask": "from flask_app import app; from flask_app.models import *\n"
        "with app.app_context(): db.session.add(Note(title='Secret', author_id=3));"
        " db.session.commit()",
        "django": "from notes.models import *; Note.objects.create(title='Secret', author_id=3)",
    }[app.framework]
    where = {"flask": ["python"], "django": ["python", "manage.py", "shell", "-v", "0"]}
    app.run([*where[app.framework], "-c", draft])
    assert "Secret" not in person("carl").see() and person("carl").do("edit", 3, title="x") == 404
    assert "Secret" in person("dora").see() and "Secret" in person("anna").see()


def test_django_without_a_backend_of_yours_denies_every_question_about_an_object(served):
    ask = """
from django.test import override_settings
with override_settings(AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.ModelBackend"]):
    anna, note = User.objects.get(username="anna"), Note.objects.get(pk=1)
    print(anna.has_perm("notes.change_note"), anna.has_perm("notes.change_note", note))
anna = User.objects.get(username="anna")
print(anna.has_perm("notes.change_note", note))
"""
    assert shell(served("django"), ask) == ["True", "False", "True"]


def test_django_creates_four_permissions_for_a_model_and_those_it_names(served):
    ask = "print(*Permission.objects.filter(content_type__model='note').values_list('codename'))"
    assert shell(served("django"), "print(Permission.content_type.field.null)") == ["False"]
    found = set(re.findall(r"\w+_note", " ".join(shell(served("django"), ask))))
    assert found == {f"{verb}_note" for verb in ("add", "change", "delete", "view", "publish")}


def test_django_obeys_a_change_of_a_group_at_the_next_request(served, carl):
    browser = carl("django")
    assert browser.do("publish", DORAS) == 403
    grant = "Group.objects.get().user_set.{}(User.objects.get(username='carl'))"
    shell(served("django"), grant.format("add"))
    assert browser.do("publish", DORAS) == 302
    shell(served("django"), grant.format("remove"))
    assert browser.do("publish", DORAS) == 403


def test_a_superuser_of_django_passes_every_check_and_an_inactive_one_none(served):
    ask = """
boss = User(username="boss", is_superuser=True)
for active in (True, False):
    boss.is_active = active
    print(boss.has_perm("notes.change_note"), boss.has_perm("no.such_rule", Note(author_id=1)))
"""
    assert shell(served("django"), ask) == ["True", "True", "False", "False"]


def test_django_sends_who_is_logged_in_to_the_log_in_unless_told_to_raise(served, carl):
    browser = carl("django")
    browser.see()
    assert "/login/" in browser.send(f"/notes/{DORAS}/retract/").headers["location"]
    assert browser.do("publish", DORAS) == 403
    assert Person(served("django"), "anna").do("retract", DORAS) == 302
    assert "By Dora" not in browser.see() and "Edited" not in browser.see()
