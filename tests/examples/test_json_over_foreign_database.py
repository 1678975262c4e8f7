"""What both services of docs/examples/json-over-foreign-database promise, and where they differ."""

import datetime as dt
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from flask import json as flask_json

PREPARE = {
    "flask": ["python foreign_database.py"],
    "django": ["python ../foreign_database.py"],
}
M8 = {"sku": "B-100", "title": "Bolt M8", "counted_on": "2026-11-20", "available": 580}
M10 = {"sku": "B-200", "title": "Bolt M10", "counted_on": "2026-11-20", "available": 5}
WASHER = {"sku": "W-100", "title": "Washer M8", "counted_on": "2026-11-18", "available": 0}
PARTNER = {"flask": "partner.py", "django": "../partner.py"}
SHELL = {"flask": ["python", "-c"], "django": ["python", "manage.py", "shell", "-c"]}


@pytest.fixture(scope="module")
def keys():
    """The keys of the partners, by app."""
    return {}


@pytest.fixture
def client(client, app, keys):
    """A partner, whose key was made as the people who run the service make it."""
    if app.url not in keys:
        keys[app.url] = app.run(f"python {PARTNER[app.framework]} acme").stdout.strip()
    client.headers["Authorization"] = f"Bearer {keys[app.url]}"
    return client


@pytest.fixture
def flask(served):
    """The Flask service, for its commands."""
    return served("flask")


@pytest.fixture
def django(served):
    """The Django service, for its commands."""
    return served("django")


def tables(folder):
    with closing(sqlite3.connect(folder / "warehouse.sqlite3")) as database:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in found}


def test_a_partner_reads_what_is_available(client):
    assert client.get("/stock/B-100").json() == M8
    assert client.get("/stock/W-100").json() == WASHER


def test_a_partner_sees_nothing_private(client):
    assert client.get("/stock").json() == [M8, M10, WASHER]
    assert client.get("/stock?q=bolt").json() == [M8, M10]
    assert client.get("/stock?q=%25").json() == []


def test_a_partner_lists_what_runs_low(client):
    assert client.get("/stock/below/6").json() == [M10, WASHER]


@pytest.mark.parametrize("path", ["/stock", "/stock/below/6", "/stock/B-100", "/nowhere"])
@pytest.mark.parametrize("sent", [None, "Bearer wrong", "Token {key}", "Bearer"])
def test_without_a_valid_key_it_is_401(client, path, sent):
    key = client.headers.pop("Authorization").removeprefix("Bearer ")
    answer = client.get(path, headers={"Authorization": sent.format(key=key)} if sent else {})
    assert answer.status_code == 401 and "error" in answer.json()
    assert answer.headers["www-authenticate"].lower().startswith("bearer")
    assert key not in answer.text


def test_before_the_first_key_it_is_401(client, app):
    keys = app.data / "partners.json"
    keys.rename(aside := keys.with_suffix(".aside"))
    answer = client.get("/stock")
    aside.rename(keys)
    assert answer.status_code == 401


def test_whoever_reads_the_keys_while_one_is_added_reads_the_whole_old_list(client, app):
    with open(app.data / "partners.json") as reading:
        old = (app.data / "partners.json").read_text()
        app.run(f"python {PARTNER[app.framework]} second")
        assert reading.read() == old
    assert client.get("/stock").is_success
    assert len(json.loads((app.data / "partners.json").read_text())) == 2


@pytest.mark.parametrize("path", ["/stock/X-999", "/stock/below/many", "/nowhere"])
def test_what_does_not_exist_is_404_in_json(client, path):
    answer = client.get(path)
    assert answer.status_code == 404 and "error" in answer.json()


def test_no_address_takes_a_write(client):
    answer = client.post("/stock", json=M8)
    assert answer.status_code == 405 and "GET" in answer.headers["allow"]


def test_the_service_adds_no_table(client, app):
    assert client.get("/stock").is_success
    assert tables(app.data) == {"wh_article", "wh_bin"}


def test_the_connection_refuses_writes(client, app):
    write = {
        "flask": "import flask_app as f; f.engine.connect().execute(f.bins.delete())",
        "django": "from stock.models import Bin; Bin.objects.all().delete()",
    }
    done = app.run([*SHELL[app.framework], write[app.framework]], check=False)
    assert "attempt to write a readonly database" in done.stderr
    assert client.get("/stock/B-100").json() == M8


def test_a_new_column_changes_no_answer(client, app):
    before = client.get("/stock").json()
    with closing(sqlite3.connect(app.data / "warehouse.sqlite3")) as database:
        database.execute("ALTER TABLE wh_article ADD COLUMN supplier TEXT")
    assert client.get("/stock").json() == before


def test_inspectdb_writes_the_models(django):
    wrote = django.run("python manage.py inspectdb").stdout
    assert wrote.count("\n        managed = False") == 2 and "db_table = 'wh_bin'" in wrote
    assert "models.CompositePrimaryKey('sku', 'bin')" in wrote


def test_migrate_of_the_stripped_project_adds_nothing(django):
    assert "No migrations to apply" in django.run("python manage.py migrate").stdout
    assert tables(django.data) == {"wh_article", "wh_bin"}


def test_migrate_of_a_fresh_django_project_adds_tables(django, tmp_path):
    database = tmp_path / "warehouse.sqlite3"
    shutil.copy(django.data / database.name, database)
    django.run(["django-admin", "startproject", "config", str(tmp_path)])
    with open(tmp_path / "config/settings.py", "a") as settings:
        settings.write(f"""
import os
DATABASES["default"]["NAME"] = "{database.as_uri()}?mode=" + os.environ["MODE"]
DATABASES["default"]["OPTIONS"] = {{"uri": True}}
""")
    migrate = ["python", str(tmp_path / "manage.py"), "migrate"]
    assert "readonly database" in django.run(migrate, check=False, MODE="ro").stderr
    assert tables(tmp_path) == {"wh_article", "wh_bin"}
    django.run(migrate, MODE="rw")
    assert tables(tmp_path) >= {"wh_article", "wh_bin", "auth_user", "django_migrations"}


def test_a_missing_table_stops_flask_at_the_start(flask, django, tmp_path):
    sqlite3.connect(tmp_path / "warehouse.sqlite3").close()

    def run(app, *code):
        return app.run(
            [*SHELL[app.framework], "; ".join(code)], check=False, APP_DATA=str(tmp_path)
        )

    assert "NoSuchTableError: wh_article" in run(flask, "import flask_app").stderr
    start, ask = "import config.wsgi", "from stock.views import levels; list(levels)"
    assert run(django, start).returncode == 0
    assert "no such table: wh_article" in run(django, start, ask).stderr


def test_a_date_is_iso_in_django_and_http_in_flask():
    day = dt.date(2026, 11, 20)
    assert json.dumps(day, cls=DjangoJSONEncoder) == '"2026-11-20"'
    assert flask_json.dumps(day) == '"Fri, 20 Nov 2026 00:00:00 GMT"'
