"""What the pages on the boxes of Flask and Django say of them."""

import ast
import importlib.metadata
import re
import subprocess
import sys

import box
import flask.cli
import jinja2
import pytest
from flask import Flask
from packaging.requirements import Requirement
from werkzeug.security import check_password_hash, generate_password_hash

from harness import ROOT, in_a_thread
from reference.blocks import Blocks
from reference.data import Mistake, load
from reference.library import Library

SEVEN = ["flask", "werkzeug", "jinja2", "markupsafe", "itsdangerous", "click", "blinker"]


def absent(framework):
    """The rows of the table of what is absent."""
    return load(ROOT / f"docs/frameworks/{framework}/in_the_box/absent.yml", ROOT)


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_each_package_of_the_table_is_named_on_the_page_it_leads_to(framework):
    for row in absent(framework):
        page = (ROOT / f"docs/compare/{row['topic']}/index.md").read_text(encoding="utf-8")
        assert not [name for name in row["usual"] if name not in page], row["need"]


def test_a_row_that_leads_to_no_topic_is_a_mistake(monkeypatch):
    row = {"need": "A moon", "usual": ["Flask-Moon"], "topic": "astronomy"}
    monkeypatch.setattr("reference.blocks.load", lambda *_: [row])
    with pytest.raises(Mistake, match="astronomy"):
        Blocks(Library(ROOT), ROOT / "overrides", "").absent("flask")


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_each_need_of_the_box_has_its_place_on_the_page(framework):
    page = (ROOT / f"docs/frameworks/{framework}/in-the-box.md").read_text(encoding="utf-8")
    for need, groups in getattr(box, f"{framework}_parts")().items():
        assert f"\n## {need}\n" in page
        slot = f"<!-- box:{framework}-{need.lower().replace(' ', '-')} -->"
        assert (slot in page) == bool(groups), need


def imported(package):
    """The modules that the files of a package import from elsewhere."""
    for path in box.folder(package).rglob("*.py"):
        for node in box.inside(path, (ast.Import, ast.ImportFrom)):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif not node.level:
                yield node.module.split(".")[0]


def test_no_file_of_flask_imports_a_database_or_a_mail_module():
    names = {name for package in SEVEN for name in imported(package)}
    assert {"json", "werkzeug", "jinja2"} <= names
    assert not names & {"sqlite3", "dbm", "shelve", "sqlalchemy", "smtplib", "imaplib", "poplib"}


def test_the_trans_tag_waits_for_its_extension_and_translates_nothing():
    environment = Flask("page").jinja_env
    with pytest.raises(jinja2.TemplateSyntaxError, match="unknown tag 'trans'"):
        environment.from_string("{% trans %}Good day{% endtrans %}")
    environment.add_extension("jinja2.ext.i18n")
    environment.install_null_translations()
    page = environment.from_string("{% trans %}Good day{% endtrans %}")
    assert page.render() == "Good day"


def test_flask_can_check_a_password_and_knows_no_user():
    stored = generate_password_hash("correct horse", "pbkdf2:sha256:1")
    assert check_password_hash(stored, "correct horse")
    assert not check_password_hash(stored, "battery staple")
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    files = [path for package in SEVEN for path in box.folder(package).rglob("*.py")]
    names = {node.name for path in files for node in box.inside(path, kinds)}
    people = re.compile("user|account|log_?in|(?<!cont)role|permission", re.I)
    assert {*filter(people.search, names)} == {"UserAgent", "user_agent", "handle_user_exception"}


def test_the_flask_command_has_three_commands():
    assert set(flask.cli.FlaskGroup().commands) == {"run", "shell", "routes"}


def test_async_views_and_env_files_each_wait_for_a_package(monkeypatch, tmp_path):
    needs = [Requirement(text) for text in importlib.metadata.requires("flask")]
    extras = {need.name for need in needs if need.marker and "extra" in str(need.marker)}
    assert extras == {"asgiref", "python-dotenv"}

    async def view():
        return "waited"

    env = tmp_path / ".env"
    env.write_text("COLOUR=red")
    monkeypatch.setenv("COLOUR", "")
    monkeypatch.delenv("COLOUR")
    assert in_a_thread(Flask("app").ensure_sync(view)) == "waited" and flask.cli.load_dotenv(env)
    monkeypatch.setitem(sys.modules, "asgiref.sync", None)
    monkeypatch.setitem(sys.modules, "dotenv", None)
    with pytest.raises(RuntimeError, match="Install Flask with the 'async' extra"):
        Flask("app").ensure_sync(view)
    assert not flask.cli.load_dotenv(env)


SETTINGS = """
import django
from django.conf import settings
engine = "django.template.backends.django.DjangoTemplates"
loader = ("django.template.loaders.locmem.Loader", {"page.html": "A page"})
settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    TEMPLATES=[{"BACKEND": engine, "OPTIONS": {"loaders": [loader]}}],
)
django.setup()
"""


def python(code):
    """What a program prints in a small project with accounts and one template."""
    words = [sys.executable, "-c", SETTINGS + code]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_new_project_turns_on_seven_of_the_middleware():
    template = box.folder("django") / "conf/project_template/project_name/settings.py-tpl"
    text = template.read_text(encoding="utf-8").partition("MIDDLEWARE = ")[2]
    on = ast.literal_eval(text[: text.index("]") + 1])
    assert len(on) == 7 and {*on} < {*box.django_parts()["Requests and pages"]["Middleware"]}


DRIVERS = """
import importlib, sys
for driver in "psycopg psycopg2 MySQLdb oracledb redis jinja2 pylibmc pymemcache".split():
    sys.modules[driver] = None
from django.core.exceptions import ImproperlyConfigured

def works(make):
    try:
        make()
    except (ImportError, ImproperlyConfigured):
        return False
    return True

from django.core.cache.backends import db, filebased, locmem, memcached
from django.core.cache.backends.redis import RedisCache
here = lambda name: lambda: importlib.import_module(name)
backend = "django.db.backends.{}.base"
no = [here(backend.format(name)) for name in ("postgresql", "mysql", "oracle")]
no += [lambda: memcached.PyMemcacheCache("x", {}), lambda: memcached.PyLibMCCache("x", {})]
no += [lambda: RedisCache("redis://x", {})._cache, here("django.template.backends.jinja2")]
yes = [here(backend.format("sqlite3")), here("django.template.backends.django")]
yes += [lambda: db.DatabaseCache("t", {}), lambda: locmem.LocMemCache("x", {})]
yes += [lambda: filebased.FileBasedCache("x", {})]
print([works(make) for make in no], [works(make) for make in yes])
"""


def test_a_back_end_ships_without_the_driver_that_it_needs():
    assert python(DRIVERS) == f"{[False] * 7} {[True] * 5}"
    needs = {Requirement(text).name for text in importlib.metadata.requires("django")}
    assert needs == {"asgiref", "sqlparse", "tzdata", "argon2-cffi", "bcrypt"}


HASHERS = """
import sys
sys.modules["argon2"] = sys.modules["bcrypt"] = None
from django.contrib.auth.hashers import get_hasher, make_password
from django.contrib.auth import hashers
for name in ("PBKDF2PasswordHasher", "ScryptPasswordHasher", "Argon2PasswordHasher",
             "BCryptSHA256PasswordHasher"):
    hasher = getattr(hashers, name)()
    hasher.iterations, hasher.work_factor = 1, 2
    try:
        print(bool(hasher.encode("correct horse", "a-long-salt")), end=" ")
    except ValueError as error:
        print("Couldn't load" in str(error) and "no", end=" ")
print(get_hasher().algorithm)
"""


def test_argon2_and_bcrypt_wait_for_a_package():
    assert python(HASHERS) == "True True no no pbkdf2_sha256"


def test_an_app_that_is_not_installed_has_no_tables_and_no_commands():
    code = """
from django.apps import apps
from django.core.management import get_commands
print(apps.is_installed("django.contrib.sessions"), "clearsessions" in get_commands(),
      [model.__name__ for model in apps.get_models()])
"""
    assert python(code) == "False False ['ContentType', 'Permission', 'Group', 'User']"
    assert "clearsessions" in {*box.django_parts()["Structure and tools"]["Commands"]}


ASSERTIONS = """
import unittest
from django.db import connection
from django.template.loader import render_to_string
from django.test import TestCase
from django.test.utils import setup_test_environment

setup_test_environment()

def ask():
    connection.cursor().execute("SELECT 1")

class Right(TestCase):
    def test_queries(self):
        with self.assertNumQueries(1):
            ask()

    def test_html(self):
        self.assertHTMLEqual('<p class="a b">x</p>', '<p  class="b a">x </p>')

    def test_template(self):
        with self.assertTemplateUsed("page.html"):
            render_to_string("page.html")

class Wrong(TestCase):
    def test_queries(self):
        with self.assertNumQueries(1):
            ask(), ask()

    def test_html(self):
        self.assertHTMLEqual('<p class="a b">x</p>', '<p class="a">x</p>')

    def test_template(self):
        with self.assertTemplateUsed("page.html"):
            pass

for tests in (Right, Wrong):
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(tests).run(result)
    print(result.testsRun, len(result.failures), len(result.errors), end="; ")
"""


def test_the_test_case_counts_queries_and_compares_html():
    assert python(ASSERTIONS) == "3 0 0; 3 3 0;"
