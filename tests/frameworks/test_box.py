"""docs/_data/box.json says what the installed Flask and Django ship."""

import json
import shutil

import box
import pytest

COMMITTED = json.loads(box.BOX.read_text(encoding="utf-8"))
PARTS = {"flask": box.flask_parts, "django": box.django_parts}


def looked_at(name):
    """The framework; with an older version than the one looked at, the test must fail."""
    return pytest.param(name, marks=pytest.mark.since(**{name: COMMITTED[name]["version"]}))


@pytest.mark.parametrize("framework", [looked_at("flask"), looked_at("django")])
def test_the_committed_box_is_what_the_installed_package_ships(framework):
    now = box.box("any day")[framework]
    assert now == COMMITTED[framework], "run `.venv/bin/python scripts/box.py`"


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_no_group_of_the_box_is_empty(framework):
    assert all(g["items"] for need in COMMITTED[framework]["needs"] for g in need["groups"])


def listed(framework):
    """What the framework ships now, as (title of a group, name) pairs."""
    needs = PARTS[framework]().values()
    return {(title, name) for groups in needs for title in groups for name in groups[title]}


TABLES = [
    ("flask", "Template tests, from Jinja", "jinja2.tests.TESTS"),
    ("flask", "Template filters, from Jinja", "jinja2.filters.FILTERS"),
    ("flask", "URL converters, from Werkzeug", "werkzeug.routing.converters.DEFAULT_CONVERTERS"),
    ("django", "Template filters", "django.template.defaultfilters.register.filters"),
    ("django", "Template tags", "django.template.defaulttags.register.tags"),
]


@pytest.mark.parametrize(("framework", "title", "table"), TABLES)
def test_an_entry_that_appears_or_vanishes_is_noticed(framework, title, table, monkeypatch):
    before, entries = listed(framework), box.of(table)
    one = sorted(entries)[0]
    with monkeypatch.context() as change:
        change.setitem(entries, "NEW", entries[one])
        assert listed(framework) - before == {(title, "NEW")}
    monkeypatch.delitem(entries, one)
    assert before - listed(framework) == {(title, one)}


ATTRIBUTES = [
    ("flask", "Ways to load configuration", "flask.Config", "from_mapping"),
    ("flask", "Methods of the test client", "flask.testing.FlaskClient", "session_transaction"),
    ("django", "Settings with a default", "django.conf.global_settings", "DEBUG"),
    ("django", "Methods of a query", "django.db.models.QuerySet", "bulk_create"),
]


@pytest.mark.parametrize(("framework", "title", "where", "name"), ATTRIBUTES)
def test_a_name_that_vanishes_is_noticed(framework, title, where, name, monkeypatch):
    before = listed(framework)
    monkeypatch.delattr(box.of(where), name)
    assert before - listed(framework) == {(title, name)}


FILES = [
    ("Middleware", "middleware/gzip.py", "django.middleware.gzip.GZipMiddleware"),
    ("Commands", "core/management/commands/dumpdata.py", "dumpdata"),
    ("Apps", "contrib/humanize/apps.py", "django.contrib.humanize"),
    ("Databases", "db/backends/oracle/base.py", "django.db.backends.oracle"),
    ("Gateways", "core/asgi.py", "get_asgi_application"),
]


@pytest.fixture(scope="module")
def other_django(tmp_path_factory):
    """A copy of Django's Python files to change, and what the box lists there."""
    copy = tmp_path_factory.mktemp("copy") / "django"
    code = shutil.ignore_patterns("locale", "static", "jinja2", "__pycache__", "*.html")
    shutil.copytree(box.folder("django"), copy, ignore=code)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(box, "folder", {"django": copy}.__getitem__)
        yield copy, listed("django")


@pytest.mark.parametrize(("title", "file", "name"), FILES)
def test_a_file_that_vanishes_is_noticed(title, file, name, other_django):
    copy, before = other_django
    (copy / file).rename(copy / "away")
    after = listed("django")
    (copy / "away").rename(copy / file)
    assert (title, name) in before - after
