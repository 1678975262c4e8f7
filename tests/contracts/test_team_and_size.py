"""What docs/compare/team-and-size says of the sampled projects, and of two teams in one app."""

import os
import re
import statistics
import subprocess
import sys

import pytest

from harness import ROOT
from reference.backtest import load_projects

PROJECTS = load_projects(ROOT / "docs/decide/projects.yml", ROOT)
AUTHORS = ("long_lived_product_team", r"(\d+) authors with >=10 commits")
ROUTES = ("size", r"(\d+) route declarations")


def counted(group, fact, pattern):
    """What was counted in the repositories of a group's projects: name → number."""
    found = {}
    for project in PROJECTS:
        match = re.search(pattern, project["profile"][fact]["source"])
        if project["group"] == group and match:
            found[project["name"]] = int(match[1])
    return found


def larger(flask, django):
    """Of all pairs of a Flask and a Django project, in how many percent Django's is larger."""
    pairs = [(f, d) for f in flask.values() for d in django.values()]
    return round(100 * sum((d > f) + (d == f) / 2 for f, d in pairs) / len(pairs))


def test_the_number_of_regular_authors_does_not_tell_the_framework():
    flask, django = counted("flask", *AUTHORS), counted("django", *AUTHORS)
    assert (len(flask), len(django)) == (19, 16)
    assert (min(flask.values()), max(flask.values())) == (3, 78)
    assert (min(django.values()), max(django.values())) == (5, 146)
    assert statistics.median(flask.values()) == 37
    assert statistics.median(django.values()) == 33.5
    assert larger(flask, django) == 52
    few = [sum(number <= 15 for number in group.values()) for group in (flask, django)]
    many = [sum(number > 60 for number in group.values()) for group in (flask, django)]
    assert (few, many) == ([5, 5], [6, 5])


def test_the_number_of_routes_does_not_tell_the_framework():
    flask, django = counted("flask", *ROUTES), counted("django", *ROUTES)
    assert (len(flask), len(django)) == (15, 13)
    assert statistics.median(flask.values()) == 104
    assert statistics.median(django.values()) == 135
    assert larger(flask, django) == 48
    both = flask | django
    assert sorted(both.items(), key=lambda item: -item[1])[0] == ("Indico", 1051)
    assert "Indico" in flask


def test_three_of_the_twenty_that_left_a_reason_name_the_team():
    reasons = [project["documented_reason"] or {} for project in PROJECTS]
    own_words = [r for r in reasons if str(r.get("kind")).startswith("first-hand")]
    assert (len(own_words), len(reasons)) == (20, 52)
    assert sum("team fit" in reason["themes"] for reason in own_words) == 3


DJANGO = """
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [{after}]
"""
ALEMBIC = """
revision, down_revision = {name!r}, {after!r}

def upgrade():
    pass
"""
SETTINGS = """
INSTALLED_APPS = ["boats", "guests"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "app.sqlite3"}}
"""
FLASK = """
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
Migrate(app, SQLAlchemy(app))
"""


@pytest.fixture
def run(tmp_path):
    """Run a command of the project in `tmp_path`: whether it failed, and what it said."""

    def run(words):
        env = {**os.environ, "DJANGO_SETTINGS_MODULE": "settings", "PYTHONPATH": str(tmp_path)}
        words = [sys.executable, "-m", *words.split()]
        done = subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    return run


def test_two_parts_add_migrations_apart_in_django_and_to_one_chain_in_flask(tmp_path, run):
    (tmp_path / "settings.py").write_text(SETTINGS)
    for part in ("boats", "guests"):
        folder = tmp_path / part / "migrations"
        folder.mkdir(parents=True)
        for package in (folder.parent, folder):
            (package / "__init__.py").touch()
        (folder / "0001_first.py").write_text(DJANGO.format(after=""))
        (folder / "0002_next.py").write_text(DJANGO.format(after=(part, "0001_first")))
    failed, said = run("django migrate")
    assert not failed and "boats.0002_next" in said and "guests.0002_next" in said

    (tmp_path / "app.py").write_text(FLASK)
    assert run("flask db init")[0] == 0
    for name, after in (("first", None), ("boats", "first"), ("guests", "first")):
        file = tmp_path / f"migrations/versions/{name}.py"
        file.write_text(ALEMBIC.format(name=name, after=after))
    failed, said = run("flask db upgrade")
    assert failed and "Multiple head revisions" in said
    failed, said = run("flask db upgrade heads")
    assert not failed and "first -> boats" in said and "first -> guests" in said
