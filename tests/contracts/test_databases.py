"""What both apps of docs/compare/databases promise, and where they differ."""

import functools
import sqlite3
import uuid

import httpx
import pytest
from sqlalchemy import JSON, create_engine
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from harness import ROOT
from services import fresh_database

HOME = ROOT / "docs/compare/databases"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}


def tables(path):
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {name for (name,) in found}


@functools.cache
def archive_of(data):
    """The other program's database, made as that program would; fails if we made its tables."""
    path = data / "archive.sqlite3"
    with sqlite3.connect(path) as database:
        database.executescript((HOME / "archive.sql").read_text())
    return path


@pytest.fixture(scope="module", params=["flask", "django"])
def framework(request):
    return request.param


@pytest.fixture(scope="module")
def archived(framework, served):
    """The running app, with the archive in place."""
    app = served(framework)
    archive_of(app.data)
    return app


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def site(request, framework, served, archived, postgres_url):
    """A client of each app on each database; the archive stays in SQLite."""
    real = request.param == "postgresql"
    app = served(framework, DATABASE_URL=fresh_database(postgres_url)) if real else archived
    with httpx.Client(base_url=app.url, timeout=20) as client:
        yield client


@pytest.fixture
def client(archived):
    with httpx.Client(base_url=archived.url, timeout=20) as client:
        yield client


@pytest.fixture(scope="module")
def run_django(served):
    """A function that runs code in a shell of the Django app and returns what it prints."""
    archive_of(served("django").data)

    def run(code):
        code = "from archive.models import Invoice\nfrom events.models import Event\n" + code
        shell = ["python", "manage.py", "shell", "-v", "0", "-c", code]
        return served("django").run(shell).stdout.splitlines()

    return run


@pytest.fixture(scope="module")
def run_flask(served):
    """A function that runs code inside the Flask app and returns what it prints."""
    archive_of(served("flask").data)

    def run(code):
        start = "from flask_app import app\nfrom flask_app.models import *\n"
        body = start + "app.app_context().push()\n" + code
        return served("flask").run(["python", "-c", body]).stdout.splitlines()

    return run


def test_a_row_is_found_by_a_key_of_two_columns(client):
    assert client.get("/invoices/2025/1/").json() == {"customer": "Ada", "paid": 500}
    assert client.get("/invoices/2026/1/").json() == {"customer": "Ada", "paid": 350}
    assert client.get("/invoices/2026/2/").status_code == 404


def test_raw_sql_answers_from_the_second_database(client):
    assert client.get("/totals/", params={"customer": "Ada"}).json() == {"2025": 500, "2026": 350}


def test_a_value_in_raw_sql_stays_a_value(client):
    assert client.get("/totals/", params={"customer": "O'Brien"}).json() == {"2025": 700}
    assert client.get("/totals/", params={"customer": "x' OR '1'='1"}).json() == {}


def test_our_tables_and_theirs_stay_apart(archived):
    assert tables(archive_of(archived.data)) == {"invoice", "payment"}
    assert not {"invoice", "payment"} & tables(archived.data / "events.sqlite3")


@pytest.fixture
def name():
    """A name that no other test has stored."""
    return uuid.uuid4().hex


def test_a_document_is_found_by_a_key_deep_inside(site, name):
    assert site.post("/events/", json={"kind": "call", "by": {"name": name}}).status_code == 201
    assert site.post("/events/", json={"kind": "visit", "room": 7}).status_code == 201
    found = site.get("/events/", params={"name": name}).json()
    assert found == [{"kind": "call", "by": {"name": name}}]
    assert site.get("/events/", params={"name": "nobody"}).json() == []


def test_a_document_changed_in_place_is_saved(site, name):
    key = site.post("/events/", json={"by": {"name": name}}).json()["id"]
    assert site.post(f"/events/{key}/seen/").status_code == 204
    (found,) = site.get("/events/", params={"name": name}).json()
    assert found == {"by": {"name": name}, "seen": True}


def test_sqlalchemy_misses_a_change_inside_a_plain_json_column():
    class Base(DeclarativeBase):
        pass

    class Note(Base):
        __tablename__ = "note"
        id: Mapped[int] = mapped_column(primary_key=True)
        plain: Mapped[dict] = mapped_column(JSON)
        tracked: Mapped[dict] = mapped_column(MutableDict.as_mutable(JSON))

    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Note(plain={"in": {}}, tracked={"in": {}}))
        session.commit()
        note = session.get(Note, 1)
        note.plain["seen"] = note.tracked["seen"] = True
        session.commit()
        assert "seen" not in note.plain and "seen" in note.tracked
        note.tracked["in"]["deep"] = True  # one level further down, it is missed again
        session.commit()
        assert note.tracked["in"] == {}
    with Session(engine) as first, Session(engine) as second:
        notes = [session.get(Note, 1) for session in (first, second)]
        for key, note, session in zip("ab", notes, (first, second), strict=True):
            note.tracked[key] = 1
            session.commit()
        assert "a" not in second.get(Note, 1).tracked  # the whole document is written
    engine.dispose()


def test_django_writes_a_document_whole_whenever_it_is_saved(run_django):
    code = """
event = Event.objects.create(payload={"in": {}})
event.payload["in"]["deep"] = True
event.save()
print(Event.objects.get(pk=event.pk).payload)
late = Event.objects.get(pk=event.pk)
event.payload["seen"] = True
event.save()
late.save()  # unchanged, and written over the other change
print(Event.objects.get(pk=event.pk).payload)
"""
    assert run_django(code) == ["{'in': {'deep': True}}"] * 2


def test_a_model_names_its_database_in_flask_and_a_router_does_in_django(run_flask, run_django):
    assert run_flask("print(db.session.query(Invoice).count())") == ["3"]
    code = """
from django.db import OperationalError, router
print(Invoice.objects.count())
router.routers.clear()
try:
    Invoice.objects.count()
except OperationalError as error:
    print(error)
print(Invoice.objects.using("archive").count())
"""
    assert run_django(code) == ["3", "no such table: invoice", "3"]


def test_no_query_joins_two_databases(run_flask, run_django):
    code = """
try:
    db.session.query(Event).filter(Event.id.in_(db.select(Invoice.number))).all()
except Exception as error:
    print(error.orig)
"""
    assert run_flask(code) == ["no such table: invoice"]
    code = """
try:
    list(Event.objects.filter(pk__in=Invoice.objects.values("number")))
except Exception as error:
    print(error)
"""
    assert run_django(code) == ["no such table: invoice"]


def test_create_all_makes_the_tables_of_every_database(served, tmp_path):
    code = "from flask_app import app, db\nwith app.app_context(): db.create_all({})"
    for argument, found in [("bind_key=None", set()), ("", {"invoice", "payment"})]:
        served("flask").run(["python", "-c", code.format(argument)], APP_DATA=str(tmp_path))
        path = tmp_path / "archive.sqlite3"
        assert (tables(path) if path.exists() else set()) == found


def test_django_keeps_a_model_with_a_key_of_two_columns_out_of_its_admin(run_django):
    code = """
from django.contrib.admin.sites import AdminSite
try:
    AdminSite().register(Invoice)
except Exception as error:
    print(error)
"""
    (error,) = run_django(code)
    assert "composite primary key" in error and "admin" in error
