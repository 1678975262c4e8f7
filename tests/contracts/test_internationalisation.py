"""What both apps of docs/compare/internationalisation promise, and where they differ."""

import re
import shutil
from datetime import datetime

import pytest
from babel.messages.mofile import read_mo
from flask import Flask
from flask_babel import Babel, format_datetime

from harness import ROOT

HOME = ROOT / "docs/compare/internationalisation"
CATALOGUES = {
    "flask": ("flask_app/translations/pl/LC_MESSAGES", "messages"),
    "django": ("django_app/locale/pl/LC_MESSAGES", "django"),
}
TOKEN = re.compile(r'name="(csrf\w+)".*? value="(.+?)"')


def parts(page):
    """The paragraphs of the page by their id, with plain spaces."""
    found = dict(re.findall(r'<p id="(\w+)">(.*?)</p>', page.text))
    return {name: text.replace("\xa0", " ") for name, text in found.items()}


def polish(client, path="/"):
    return client.get(path, headers={"Accept-Language": "pl"})


def choose(client, app, language="en", timezone="UTC"):
    """Store a choice, as the forms of each framework do; give the answers."""
    sent = {"language": language, "timezone": timezone}
    sent |= TOKEN.findall(client.get("/").text)
    where = {"flask": ["/choose/"], "django": ["/i18n/setlang/", "/timezone/"]}[app.framework]
    return {client.post(path, data=sent).status_code for path in where}


def shell(app, code):
    return app.run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout.splitlines()


def test_the_page_speaks_the_language_that_the_browser_prefers(client):
    german_first = client.get("/", headers={"Accept-Language": "de, pl;q=0.8, en;q=0.5"})
    for page, language, title in [
        (client.get("/"), "en", "Concert"),
        (polish(client), "pl", "Koncert"),
        (german_first, "pl", "Koncert"),
    ]:
        assert f'<html lang="{language}">' in page.text and f"<title>{title}<" in page.text


def test_a_stored_choice_beats_the_browser(client, app):
    assert choose(client, app, language="en") == {302}
    assert "Concert<" in polish(client).text
    assert choose(client, app, language="pl") == {302}
    assert "Koncert<" in client.get("/").text


def test_a_choice_that_nobody_offers_is_not_stored(client, app):
    for wrong in ({"language": "xx"}, {"timezone": "Moon/Crater"}, {"timezone": "../x"}):
        assert choose(client, app, **wrong) <= {302, 400}, wrong
        assert "Concert<" in client.get("/").text


@pytest.mark.parametrize(
    ("seats", "text"), [(1, "1 bilet"), (2, "2 bilety"), (5, "5 biletów"), (22, "22 bilety")]
)
def test_polish_has_three_plurals(client, seats, text):
    assert parts(polish(client, f"/?seats={seats}"))["seats"] == text


def test_a_moment_is_shown_in_the_zone_of_the_visitor(client, app):
    for zone, clock in [
        ("UTC", "18:30"),
        ("Europe/Warsaw", "20:30"),
        ("America/New_York", "14:30"),
    ]:
        assert choose(client, app, language="pl", timezone=zone) == {302}
        assert parts(client.get("/"))["starts"] == f"1 lipca 2026 {clock}"


def test_a_number_has_the_separators_of_the_language(client):
    assert parts(client.get("/"))["sold"] == "12,345.5"
    assert parts(polish(client))["sold"] == "12 345,5"


def test_a_short_date_comes_from_cldr_in_flask_and_from_djangos_own_table(flask, django):
    assert [parts(polish(c))["short"] for c in (flask, django)] == ["1.07.2026", "01-07-2026"]
    assert [parts(c.get("/"))["short"] for c in (flask, django)] == ["7/1/26", "07/01/2026"]


def test_the_form_complains_in_the_language_of_the_page(client):
    token = dict(TOKEN.findall(client.get("/").text))
    answer = client.post("/", data=token, headers={"Accept-Language": "pl"})
    assert "To pole jest wymagane." in answer.text


def test_a_label_translated_at_import_stays_english_and_a_lazy_one_does_not(client):
    page = polish(client).text
    assert "Imię i nazwisko" in page and "Your name" not in page
    assert "Remark" in page and "Uwagi" not in page


def test_only_flask_babel_writes_an_amount_of_money(flask, served):
    assert parts(polish(flask))["price"] == "12 345,50 zł"
    names = """
from django.template.defaultfilters import register as filters
from django.contrib.humanize.templatetags.humanize import register as humanize
from django.templatetags.l10n import register as l10n
print(*(name for library in (filters, humanize, l10n) for name in library.filters))
"""
    [filters] = shell(served("django"), names)
    assert "floatformat" in filters and not re.search("curr|money|price", filters)


def test_django_groups_digits_only_when_a_setting_says_so(served):
    ask = """
from django.template import Context, Template
from django.test import override_settings
from django.utils.translation import override
for group in (True, False):
    with override("pl"), override_settings(USE_THOUSAND_SEPARATOR=group):
        print(Template("{{ n }}").render(Context({"n": 12345.5})).replace("\\xa0", " "))
"""
    assert shell(served("django"), ask) == ["12 345,5", "12345,5"]


def test_a_datetime_without_a_zone_is_moved_by_flask_babel_and_not_by_django(served):
    app = Flask("naive")
    Babel(app, default_timezone="Europe/Warsaw")
    with app.test_request_context():
        assert format_datetime(datetime(2026, 7, 1, 18, 30), "HH:mm") == "20:30"
    ask = """
import datetime
from django.template import Context, Template
from django.utils import timezone
with timezone.override("Europe/Warsaw"):
    for zone in (None, datetime.UTC):
        moment = datetime.datetime(2026, 7, 1, 18, 30, tzinfo=zone)
        print(Template('{{ d|date:"H:i" }}').render(Context({"d": moment})))
"""
    assert shell(served("django"), ask) == ["18:30", "20:30"]


def test_django_compiles_with_gnu_gettext_and_babel_with_python_alone(served, tmp_path):
    bare = {"PATH": str(tmp_path), "check": False}  # a machine without gettext
    for command in ("makemessages -l pl", "compilemessages"):
        refused = served("django").run(f"python manage.py {command}", **bare)
        assert refused.returncode and "GNU gettext" in refused.stderr
    shutil.copytree(HOME / "flask_app", copy := tmp_path / "flask_app")
    (made := copy / "translations/pl/LC_MESSAGES/messages.mo").unlink()
    for command in (
        f"extract -F {copy}/babel.cfg -k lazy_gettext -o {copy}/messages.pot {copy}",
        f"update -i {copy}/messages.pot -d {copy}/translations",
        f"compile -d {copy}/translations",
    ):
        assert not served("flask").run(f"pybabel {command}", **bare).returncode
    assert b"Imi" in made.read_bytes()


def test_the_compiled_catalogues_are_those_of_the_texts(app, tmp_path):
    folder, domain = CATALOGUES[app.framework]
    text, made = HOME / folder / f"{domain}.po", tmp_path / "made.mo"
    app.run(f"pybabel compile -i {text} -o {made} -l pl")
    with made.open("rb") as new, text.with_suffix(".mo").open("rb") as kept:
        texts = [[(m.id, m.string) for m in read_mo(mo) if m.id] for mo in (new, kept)]
    assert len(texts[0]) == 5 and texts[0] == texts[1]
