"""The glossary names nothing that the pinned packages do not have, and its pairs are pairs."""

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import flask
import pytest
from jinja2 import TemplateSyntaxError
from werkzeug.routing import BuildError

from harness import ROOT
from reference import glossary
from reference.data import Mistake

SPAN = re.compile(r"`([^`]+)`")
WORD = re.compile(r"[A-Za-z_]\w+")
# What code in the glossary has beside names of packages: Python's words, names that the reader
# gives, names of objects that a view or a script has, and those that a package reads from code.
PYTHON = {"def", "async", "str", "int", "True", "False", "raise", "self", "py", "html", "__name__"}
GIVEN = {
    *("app", "flask_app", "application", "create_app", "Wrapper", "config", "wsgi", "NAME"),
    *("urls", "settings", "management", "commands", "templatetags", "manage", "static", "register"),
    *("Book", "book", "thing", "form", "shop", "basket", "year", "name", "argument"),
    *("request", "session", "user", "client", "db", "cache", "mail", "POST", "SELECT", "with"),
}
READ = {"urlpatterns", "app_name", "__bind_key__", "DJANGO_SETTINGS_MODULE", "FLASK_"}
BESIDE = PYTHON | GIVEN | READ | {"flask", "django"}


@pytest.fixture(scope="module")
def listed(library):
    """The glossary as the build reads it."""
    return glossary.glossary(library)


@pytest.fixture(scope="module")
def missing(listed):
    """The names that the installed packages do not have, each with what was raised."""
    named = [(key, name) for key, _, side in sides(listed) for name in side.names]
    lacking = ran("probe.py", input=json.dumps(named))
    return {(key, name): why for key, name, why in lacking}


@pytest.fixture(scope="module")
def django(tmp_path_factory):
    """What a small Django project found out about Django's words."""
    return ran("mini_django.py", tmp_path_factory.mktemp("django"))


def site(name="site"):
    """A Flask app with one route in a blueprint called shop."""
    app, shop = flask.Flask(name), flask.Blueprint("shop", name)

    @shop.route("/<name>/")
    def show(name):
        marked = "mark" in flask.g
        flask.g.mark = "set"
        return f"{name} {flask.request.path} {marked}"

    app.register_blueprint(shop, url_prefix="/shop")
    return app


def ran(program, folder=None, **more):
    """The JSON that a program beside this module prints."""
    command = [sys.executable, Path(__file__).with_name(program)]
    done = subprocess.run(
        command, cwd=folder, text=True, stdout=subprocess.PIPE, check=True, **more
    )
    return json.loads(done.stdout)


def sides(listed):
    """Every side of every row, as (framework, row, side)."""
    return [(key, row, getattr(row, key)) for row in listed.rows for key in ("flask", "django")]


def test_every_name_in_code_exists(listed, missing):
    expected = {(k, name) for k, _, side in sides(listed) if not side.since for name in side.names}
    assert {name: why for name, why in missing.items() if name in expected} == {}


@pytest.mark.since(django="6.0")
def test_what_is_newer_than_the_lts_exists_too(listed, missing):
    newer = {(k, name) for k, _, side in sides(listed) if side.since for name in side.names}
    assert newer and not newer & set(missing)


def test_every_word_in_code_is_one_of_those_names(listed):
    odd = {}
    for key, row, side in sides(listed):
        code = " ".join(SPAN.findall(f"{side.term} {side.says or ''}"))
        known = {w for name in side.names for w in re.split(r"[.:-]", name)}
        if strange := set(WORD.findall(code)) - known - BESIDE:
            odd[f"{row.id} {key}"] = strange
    assert odd == {}


def test_an_app_is_what_a_server_calls_in_flask_and_a_package_in_django(django):
    app = site()
    assert callable(app) and app.test_client().get("/shop/first/").status_code == 200
    assert django["apps"] == {"contenttypes": False, "auth": False, "shop": False}


def test_only_django_hands_the_request_to_the_view(django):
    assert site().test_client().get("/shop/first/").text.startswith("first /shop/first/")
    assert django["answers"][0] == "WSGIRequest first set"


def test_what_is_kept_for_a_request_is_gone_in_the_next(django):
    client = site().test_client()
    assert [client.get("/shop/first/").text.split()[-1] for _ in range(2)] == ["False", "False"]
    assert django["answers"][1] == "WSGIRequest next none"
    assert django["already set"] == [False, False]


def test_a_name_in_a_part_has_a_dot_in_flask_and_a_colon_in_django(django):
    with site().test_request_context():
        assert flask.url_for("shop.show", name="first") == "/shop/first/"
        with pytest.raises(BuildError):
            flask.url_for("shop:show", name="first")
    assert django["link"] == "/shop/first/"


def test_migrate_writes_a_migration_in_flask_and_runs_it_in_django(django, tmp_path):
    flask_migrate = ran("mini_flask.py", tmp_path)
    assert flask_migrate == {"migrate": [1, False], "upgrade": [1, True]}
    assert django["makemigrations"] == [["0001_initial.py"], False]
    assert django["migrate"] == [["0001_initial.py"], True]


def test_a_fixture_of_django_is_a_file_of_rows(django):
    assert (django["before loaddata"], django["after loaddata"]) == (0, "staff")


def test_a_filter_takes_its_argument_in_brackets_in_jinja_and_after_a_colon_in_django(django):
    with site().app_context():
        filled = flask.render_template_string('{{ ["a", "b"]|join("-") }}')
        assert filled == "a-b"
        with pytest.raises(TemplateSyntaxError):
            flask.render_template_string('{{ ["a", "b"]|join:"-" }}')
    assert django["filters"] == ["a-b", None]


def test_a_tooltip_explains_a_term_that_the_prose_uses_and_no_other(library):
    found = glossary.abbreviations(library, "An ORM on `ASGI`, see [WSGI](https://x.org/CSRF).")
    assert re.findall(r"\*\[(.+?)\]: \w", found) == ["ORM", "WSGI"]
    assert glossary.abbreviations(library, "<!-- terms --> An ORM.") == ""


def test_the_twin_of_the_page_has_every_row_and_every_term(library, listed):
    items = [line for line in glossary.lines(library) if line.startswith("- ")]
    assert len(items) == len(listed.rows) + len(listed.terms)
    assert "Flask: `url_for` (The same name in Python and in templates). Django: `reverse`" in (
        "".join(items)
    )


def test_only_the_first_mention_in_the_prose_is_explained():
    orm = '<abbr title="Rows.">ORM</abbr>'
    html = glossary.once(f'<h2>{orm}</h2><p><a href="#">{orm}</a> {orm} {orm}</p>')
    assert html == f'<h2>ORM</h2><p><a href="#">ORM</a> {orm} ORM</p>'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("topic: routing", "topic: rooting", "rows route.topic: no topic rooting"),
        ("- id: converter", "- id: route", "rows route: the id is used twice"),
        ("only: flask", "only: rails", "the glossary rows.1.only"),
        (
            "term: None in Django",
            "term: Nothing",
            "the glossary rows.1: Value error, `only: flask`",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(library, tmp_path, old, new, said):
    listed = (ROOT / glossary.LISTED).read_text(encoding="utf-8")
    wrong = tmp_path / glossary.LISTED
    wrong.parent.mkdir(parents=True)
    wrong.write_text(listed.replace(old, new, 1), encoding="utf-8")
    moved = SimpleNamespace(root=tmp_path, topics=library.topics)
    with pytest.raises(Mistake, match=re.escape(said)):
        glossary.glossary(moved)
