"""What both services of docs/examples/bilingual-public-service promise, read as a browser reads."""

import re

import httpx
import pytest
from babel import negotiate_locale
from bs4 import BeautifulSoup
from werkzeug.datastructures import LanguageAccept, MultiDict
from wtforms import Form, StringField
from wtforms.validators import InputRequired

from harness import ROOT

CLERK = ("clerk", "a long enough pass phrase")
SET_UP = f"""
from django.contrib.auth.models import Permission, User
clerk = User.objects.create_user("{CLERK[0]}", password="{CLERK[1]}", is_staff=True)
clerk.user_permissions.set(Permission.objects.filter(content_type__app_label="allowance"))
"""
PREPARE = {
    "flask": ["flask init-db", ["flask", "create-clerk", CLERK[0], "--password", CLERK[1]]],
    "django": ["python manage.py migrate", ["python", "manage.py", "shell", "-c", SET_UP]],
}
GOOD = {"name": "Ada <b>", "email": "ada@example.org", "heating": "oil", "people": "4"}
WRONG = {"name": "", "email": "nobody", "people": "0"}


def read(answer):
    return BeautifulSoup(answer.text, "html.parser")


def send(client, language="en", to=None, **values):
    """Send the form of the page in this language and follow where it leads."""
    token = read(client.get(f"/{language}/apply/")).select_one("input[name^=csrf]")
    sent = {token["name"]: token["value"], **values}
    return read(client.post(to or f"/{language}/apply/", data=sent, follow_redirects=True))


def pages(client, language):
    """What the public sees in this language: the form, three times with errors, and the end."""
    yield read(client.get(f"/{language}/apply/"))
    for values in ({}, WRONG, {**WRONG, "people": "x"}, GOOD):
        yield send(client, language, **values)


def controls(page):
    return page.select("form input:not([type=hidden])")


def test_every_page_names_its_language_and_that_of_the_switch(client):
    for language, other, name in [("en", "fr", "Français"), ("fr", "en", "English")]:
        for page in pages(client, language):
            assert page.html["lang"] == language
            switch = page.find(lang=other)
            assert switch.text == name
            assert switch.get("formaction", switch.get("href")).startswith(f"/{other}/")


def test_no_english_is_left_on_a_french_page(client):
    for english, french in zip(pages(client, "en"), pages(client, "fr"), strict=True):
        said = [{*page.stripped_strings} - {"English", "Français"} for page in (english, french)]
        assert len(said[0]) == len(said[1]) and not said[0] & said[1]


def test_every_control_is_named_and_tied_to_its_hint_and_its_error(client):
    page = send(client, **WRONG)
    assert len(controls(page)) == 6
    assert all(page.select_one(f"label[for={c['id']}]").text.strip() for c in controls(page))
    assert page.select_one("fieldset:has([type=radio]) > legend").text.strip()
    errors = [a.text.split(": ", 1)[1] for a in page.select("[role=alert] a")]
    for name, error in zip(GOOD, errors, strict=True):
        control = page.select_one(f"fieldset:has([name={name}]), input[name={name}]")
        told = [page.find(id=i).text.strip() for i in control["aria-describedby"].split()]
        assert told[-1] == error and len(told) == (2 if name in ("email", "people") else 1)


@pytest.mark.parametrize("wrong", [{}, WRONG, {**GOOD, "people": "21"}])
def test_the_summary_links_each_error_to_a_control(client, wrong):
    page = send(client, **wrong)
    assert page.title.text.startswith("Error: ")
    summary = page.select_one("[role=alert]")
    assert page.find(id=summary["aria-labelledby"]).text == "There is a problem"
    linked = [page.select_one(f"input{a['href']}")["name"] for a in summary.select("a")]
    assert linked == (["people"] if "heating" in wrong else [*GOOD])
    assert {c["name"] for c in page.select("[aria-invalid=true]")} == {*linked}


def test_a_change_of_the_language_keeps_what_is_typed(client):
    page = read(client.get("/en/apply/"))
    assert page.form.button.attrs.keys().isdisjoint({"name", "formaction"})  # Enter presses it
    switch, typed = page.select_one("button[name=switch]"), GOOD | {"people": "2x"}
    page = send(client, to=switch["formaction"], switch="", **typed)
    assert page.html["lang"] == "fr" and not page.select("[role=alert], [aria-invalid]")
    kept = [c for c in controls(page) if c["type"] != "radio" or "checked" in c.attrs]
    assert {c["name"]: c["value"] for c in kept} == typed


def test_the_first_page_is_in_the_language_of_the_browser(client):
    for wanted, language in {"fr-CA, en;q=0.5": "fr", "en": "en", "de": "en"}.items():
        answer = client.get("/", headers={"Accept-Language": wanted}, follow_redirects=True)
        assert read(answer).html["lang"] == language
    assert client.get("/de/apply/").status_code == 404
    assert client.get("/fr/received/").headers["Location"] == "/fr/apply/"


def test_best_match_prefers_a_second_choice_to_a_regional_first():
    wanted = LanguageAccept([("fr-CA", 1), ("en", 0.5)])
    assert wanted.best_match(["en", "fr"]) == "en"
    assert negotiate_locale(wanted.values(), ["en", "fr"], sep="-") == "fr"


class Desk:
    """The desk of a clerk, whose browser asks for a language."""

    def __init__(self, app):
        self.django = app.framework == "django"
        self.home = "/admin/allowance/application/" if self.django else "/admin/application/"
        self.session = httpx.Client(base_url=app.url, follow_redirects=True, timeout=20)
        assert "Ada" not in self.look("en").text
        if self.django:
            token = self.look("en").select_one("[name^=csrf]")["value"]
            sent = {"username": CLERK[0], "password": CLERK[1], "csrfmiddlewaretoken": token}
            self.session.post("/admin/login/", data=sent)
        else:
            self.session.auth = CLERK

    def look(self, language, page=""):
        asked = {"Accept-Language": language}
        return read(self.session.get(self.home + page, headers=asked))

    def grant(self, language, number):
        form = self.look(language).select_one("#changelist-form, #action_form")
        sent = {i["name"]: i["value"] for i in form.select("[type=hidden]") if i.get("value")}
        sent |= {"action": "grant", "_selected_action" if self.django else "rowid": number}
        url = form.get("action") or self.home
        self.session.post(url, data=sent, headers={"Accept-Language": language})
        page = f"{number}/change/" if self.django else f"details/?id={number}"
        return self.look(language, page).text


def test_the_letter_is_in_the_language_of_the_applicant_whatever_the_clerk_reads(client, app):
    desk = Desk(app)
    for language, other, words, letter in [
        ("en", "fr", ("Accueil", "Accorder"), "the allowance is granted"),
        ("fr", "en", ("Home", "Grant"), "allocation est accordée"),
    ]:
        number = re.search(r"\d+", send(client, language, **GOOD).p.text)[0]
        page = str(desk.look(other))
        assert "Ada" in page and all(word in page for word in words)
        assert letter in desk.grant(other, number)


def test_no_english_is_left_in_the_list_of_a_french_clerk(client, app):
    desk = Desk(app)
    send(client, **GOOD)
    english, french = ({*desk.look(language).stripped_strings} for language in ("en", "fr"))
    alike = {text for text in english & french if re.search("[a-z]", text)}
    assert alike <= {GOOD["name"], CLERK[0], "English", "Français", "Admin", "Id"}


def test_granting_writes_back_nothing_that_a_colleague_has_corrected(served):
    code = """
from allowance.models import Application
from django.contrib.auth.models import User
new = Application.objects.create(name="Ada", email="old", heating="oil", people=4, language="en")
Application.objects.filter(pk=new.pk).update(email="corrected")
new.grant(User.objects.get())
new.refresh_from_db()
print(new.email, new.granted_by, "granted" in new.letter)
"""
    said = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    assert said.split() == ["corrected", CLERK[0], "True"]


def test_django_ties_an_error_to_its_field_and_wtforms_leaves_it_to_you(django):
    assert send(django).find(id="id_name")["aria-describedby"] == "id_name_error"
    template = "django_app/allowance/templates/allowance/apply.html"
    assert (
        "describedby"
        not in (ROOT / "docs/examples/bilingual-public-service" / template).read_text()
    )

    class Plain(Form):
        name = StringField(validators=[InputRequired()])

    form = Plain(MultiDict())
    assert not form.validate() and form.name.errors and "aria" not in form.name()
