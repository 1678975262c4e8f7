"""What both apps of docs/compare/orm-and-queries promise, and where they differ."""

import ast
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from textwrap import indent

import pytest

# The tables of a program that knows nothing of either framework.
WAREHOUSE = """
CREATE TABLE shelf (id INTEGER PRIMARY KEY, room varchar(20) NOT NULL);
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name varchar(80) NOT NULL,
    shelf_id INTEGER NOT NULL REFERENCES shelf (id)
);
INSERT INTO shelf VALUES (1, 'Cellar'), (2, 'Attic');
INSERT INTO item VALUES (1, 'Emma', 2), (2, 'Persuasion', 1);
"""
TWO_COLUMN_KEY = """
CREATE TABLE shelf (room varchar(20), number INTEGER, label TEXT, PRIMARY KEY (room, number));
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    room varchar(20) NOT NULL,
    number INTEGER NOT NULL,
    FOREIGN KEY (room, number) REFERENCES shelf (room, number)
);
INSERT INTO shelf VALUES ('Attic', 2, 'Novels');
INSERT INTO item VALUES (1, 'Attic', 2);
"""
MAKE_WAREHOUSE = f"""
import os, sqlite3
sqlite3.connect(os.environ["APP_DATA"] + "/warehouse.db").executescript('''{WAREHOUSE}''')
"""

PREPARE = {
    "flask": [["python", "-c", MAKE_WAREHOUSE], "flask init-db"],
    "django": [["python", "-c", MAKE_WAREHOUSE], "python manage.py migrate"],
}

IN_FLASK = """
from flask_sqlalchemy.record_queries import get_recorded_queries
from flask_app import app
from flask_app.models import *
def queries(): return len(get_recorded_queries())
with app.app_context():
"""
IN_DJANGO = """
import config.wsgi
from django.db import connection
from library.models import *
connection.force_debug_cursor = True
def queries(): return len(connection.queries)
"""


def in_flask(app, code, check=True):
    """Run code as `flask shell` would, with the models and a context; return what it prints."""
    code = IN_FLASK + indent(code, "    ")
    return app.run(["python", "-c", code], check=check).stdout.strip()


def in_django(app, code, check=True):
    """Run code as `manage.py shell` would, with the models; return what it prints."""
    return app.run(["python", "-c", IN_DJANGO + code], check=check).stdout.strip()


def rows(app, query, database="library"):
    """Ask the database file itself, past both ORMs."""
    with sqlite3.connect(app.data / f"{database}.db") as connection:
        return [row[0] for row in connection.execute(query)]


def elsewhere(app, data):
    """The same app with another data folder."""
    data.mkdir()
    return replace(app, data=data, url="", process=None)


def copied(app, folder):
    """A copy of an app, with an empty data folder, for a test that changes its code."""
    home, source = folder / "app", app.shown.folder
    if (source / "flask_app").is_dir():
        shutil.copytree(source / "flask_app", home / "flask_app")
    else:
        shutil.copytree(source, home)
    return replace(elsewhere(app, folder / "data"), shown=replace(app.shown, folder=home))


def book(title, year=2000, tags=()):
    return {"title": title, "year": year, "tags": list(tags)}


def add(client, name, *books):
    """Add an author with books; return the id."""
    response = client.post("/authors/", json={"name": name, "books": books})
    assert response.status_code == 201, response.text
    return response.json()["id"]


def test_an_author_is_stored_with_books_and_tags_and_read_again(client):
    new = add(client, "Austen", book("Emma", tags=["novel", "love"]), book("Persuasion"))
    found = client.get(f"/authors/{new}/").json()
    assert found["name"] == "Austen"
    assert [(b["title"], b["tags"]) for b in found["books"]] == [
        ("Emma", ["love", "novel"]),
        ("Persuasion", []),
    ]
    assert client.get("/authors/999/").status_code == 404


def test_a_change_is_stored(client):
    id = add(client, "Woolf", book("Orlando", 1900, ["changed"]))
    orlando = client.get(f"/authors/{id}/").json()["books"][0]["id"]
    assert client.patch(f"/books/{orlando}/", json={"year": 1928}).json() == {"year": 1928}
    assert client.get("/books/?tag=changed&since=1928").json()["total"] == 1


def test_books_are_filtered_across_relations_and_name_their_author(client):
    add(client, "Melville", book("Typee", 1846, ["sea"]), book("Moby-Dick", 1851, ["sea", "whale"]))
    add(client, "Conrad", book("Typhoon", 1902, ["sea"]), book("Nostromo", 1904))
    response = client.get("/books/?tag=sea&since=1850")
    assert response.json() == {
        "total": 2,
        "books": [
            {"title": "Moby-Dick", "author": "Melville"},
            {"title": "Typhoon", "author": "Conrad"},
        ],
    }
    assert response.headers["x-queries"] == "2"  # the count, and the books joined to authors
    assert client.get("/books/?tag=whale&since=soon").json()["total"] == 1


def test_a_long_list_is_cut_into_pages(client):
    add(client, "Zola", *(book(title, tags=["cycle"]) for title in ("Nana", "Germinal", "Earth")))
    pages = [client.get(f"/books/?tag=cycle&page={page}") for page in (1, 2, 3)]
    assert [p.json()["total"] for p in pages[:2]] == [3, 3]
    titles = [[b["title"] for b in p.json()["books"]] for p in pages[:2]]
    assert titles == [["Earth", "Germinal"], ["Nana"]]
    assert pages[2].status_code == 404


def test_ratings_are_averaged_per_author(client):
    id = add(client, "Eliot", book("Romola"), book("Middlemarch"))
    add(client, "Unread")
    books = client.get(f"/authors/{id}/").json()["books"]
    for rating, read in [(2, books[0]), (5, books[1]), (5, books[1])]:
        sent = client.post(f"/books/{read['id']}/reviews/", json={"rating": rating})
        assert sent.status_code == 201
    assert sent.json() == {"reviews": 2}
    ratings = client.get("/ratings/")
    assert ratings.json()["Eliot"] == 4
    assert ratings.json()["Unread"] is None
    assert ratings.headers["x-queries"] == "1"


def test_a_relation_in_a_loop_costs_a_query_a_row_until_one_call_mends_it(client):
    for number in range(5):
        add(client, f"Brother {number}", book("One"), book("Two"))
    lazy, eager = client.get("/authors/n-plus-one/"), client.get("/authors/")
    assert lazy.json() == eager.json()
    assert eager.json()["Brother 0"] == ["One", "Two"]
    assert int(lazy.headers["x-queries"]) == len(lazy.json()) + 1
    assert int(eager.headers["x-queries"]) == 2


def test_a_duplicate_is_answered_with_409(client):
    add(client, "Homer")
    assert client.post("/authors/", json={"name": "Homer", "books": []}).status_code == 409
    assert add(client, "Virgil")  # the next request finds a clean connection


def test_a_refused_import_leaves_nothing_behind(client):
    twins = {"name": "Forger", "books": [book("Diary"), book("Diary")]}
    assert client.post("/authors/", json=twins).status_code == 409
    assert "Forger" not in client.get("/authors/").json()


def test_the_tables_of_another_program_are_read(client, app):
    assert client.get("/stock/").json() == {"Emma": "Attic", "Persuasion": "Cellar"}
    tables = rows(app, "SELECT name FROM sqlite_schema ORDER BY name", "warehouse")
    assert tables == ["item", "shelf"]  # neither framework has added its own


def test_flask_brings_neither_an_orm_nor_a_command_for_the_database():
    # Every Python database driver names its `apilevel`: PEP 249 requires it.
    code = """
import json, sys
import flask, flask.cli
drivers = [name for name, module in sys.modules.items() if hasattr(module, "apilevel")]
orms = [name for name in ("sqlalchemy", "peewee", "pony", "tortoise") if name in sys.modules]
print(json.dumps([drivers, orms, sorted(flask.cli.FlaskGroup().commands)]))
"""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert json.loads(done.stdout) == [[], [], ["routes", "run", "shell"]]


def test_django_writes_and_applies_a_migration_out_of_the_box(served, tmp_path):
    served("django").run("python manage.py makemigrations --check")  # nothing left to write
    app = copied(served("django"), tmp_path)
    app.run("python manage.py migrate")
    models = app.shown.folder / "library/models.py"
    year = "    year = models.IntegerField()\n"
    pages = "    pages = models.IntegerField(null=True)\n"
    models.write_text(models.read_text().replace(year, year + pages))
    app.run("python manage.py makemigrations")
    app.run("python manage.py migrate")
    assert "pages" in rows(app, "SELECT name FROM pragma_table_info('library_book')")
    code = "from django.core.management import get_commands as known\n"
    code += "print(known()['makemigrations'], known()['migrate'])"
    assert in_django(app, code) == "django.core django.core"


def test_create_all_leaves_a_table_that_exists_as_it_is(served, tmp_path):
    app = copied(served("flask"), tmp_path)
    app.run("flask init-db")
    models = app.shown.folder / "flask_app/models.py"
    year = "    year: Mapped[int]\n"
    models.write_text(models.read_text().replace(year, year + "    pages: Mapped[int | None]\n"))
    app.run("flask init-db")
    columns = "SELECT name FROM pragma_table_info('book')"
    assert "year" in rows(app, columns) and "pages" not in rows(app, columns)
    (app.data / "library.db").unlink()
    app.run("flask init-db")
    assert "pages" in rows(app, columns)


def test_only_sqlalchemy_writes_a_change_that_nobody_saved(flask, django):
    for client, name in [(flask, "Currer Bell"), (django, "Bronte")]:
        id = add(client, "Bronte")
        change = {"name": "Currer Bell", "title": "Villette", "year": 1853}
        answer = client.post(f"/authors/{id}/books/", json=change)
        assert (answer.status_code, answer.json()) == (201, {"name": "Currer Bell"})
        found = client.get(f"/authors/{id}/").json()
        assert found["books"][0]["title"] == "Villette"
        assert found["name"] == name


def test_one_row_is_one_object_in_a_sqlalchemy_session_and_two_in_django(served, flask, django):
    for client in (flask, django):
        add(client, "Janus", book("Gates", 2000))
    change = """
one, two = get(), get()
one.year = 1111
save(one)
two.title = "Doors"
save(two)
print(one == two, one is two, get().title, get().year)
"""
    code = """
query = db.select(Book).join(Book.author).where(Author.name == "Janus")
def get(): return db.session.scalar(query)
def save(book): db.session.commit()
"""
    assert in_flask(served("flask"), code + change) == "True True Doors 1111"
    code = """
def get(): return Book.objects.get(author__name="Janus")
def save(book): book.save()
"""
    assert in_django(served("django"), code + change) == "True False Doors 2000"


def test_only_django_keeps_what_a_failing_program_wrote(served):
    flask, django = served("flask"), served("django")
    fail = "\nprint('written')\n1 / 0"
    code = "db.session.add(Author(name='Half'))\ndb.session.flush()"
    assert in_flask(flask, code + fail, check=False) == "written"
    code = "Author.objects.create(name='Half')"
    assert in_django(django, code + fail, check=False) == "written"
    assert rows(flask, "SELECT count(*) FROM author WHERE name = 'Half'") == [0]
    assert rows(django, "SELECT count(*) FROM library_author WHERE name = 'Half'") == [1]


def test_a_queryset_runs_when_read_and_a_select_whenever_executed(served):
    code = """
books = Book.objects.filter(year__gte=1800)
books = books.order_by("title")
seen = [queries()]
for _ in range(2):
    list(books)
    seen.append(queries())
print(seen)
"""
    assert in_django(served("django"), code) == "[0, 1, 1]"
    code = """
books = db.select(Book).where(Book.year >= 1800)
books = books.order_by(Book.title)
seen = [queries()]
for _ in range(2):
    db.session.scalars(books).all()
    seen.append(queries())
print(seen)
"""
    assert in_flask(served("flask"), code) == "[0, 1, 2]"


def test_sqlalchemy_maps_the_tables_it_finds(served):
    code = """
from sqlalchemy import inspect
from flask_app.warehouse import Warehouse
print(*sorted(Warehouse.classes.keys()))
print(*inspect(Warehouse.classes.item).columns.keys())
print(*inspect(Warehouse.classes.shelf).relationships.keys())
"""
    lines = in_flask(served("flask"), code).splitlines()
    assert lines == ["item shelf", "id name shelf_id", "item_collection"]


def test_inspectdb_writes_the_unmanaged_models_that_are_shown(served):
    def classes(text):
        return [ast.dump(node) for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]

    app = served("django")
    printed = app.run("python manage.py inspectdb --database warehouse").stdout
    assert printed.count("        managed = False") == 2
    shown = (app.shown.folder / "warehouse/models.py").read_text()
    assert classes(printed) == classes(shown)


def test_only_sqlalchemy_follows_a_foreign_key_of_two_columns(served, tmp_path):
    flask = elsewhere(served("flask"), tmp_path / "flask")
    django = copied(served("django"), tmp_path)
    for app in (flask, django):
        with sqlite3.connect(app.data / "warehouse.db") as connection:
            connection.executescript(TWO_COLUMN_KEY)
    code = "from flask_app.warehouse import Warehouse\n"
    code += "print(db.session.scalar(db.select(Warehouse.classes.item)).shelf.label)"
    assert in_flask(flask, code) == "Novels"
    printed = django.run("python manage.py inspectdb --database warehouse").stdout
    assert "models.CompositePrimaryKey('room', 'number')" in printed
    (django.shown.folder / "warehouse/models.py").write_text(printed)
    checked = django.run("python manage.py check", check=False)
    assert checked.returncode and "fields.E347" in checked.stderr


@pytest.mark.since(django="6.1")
def test_django_can_fetch_a_foreign_key_for_every_row_at_once(served, django):
    for number in range(3):
        add(django, f"Sister {number}", book("One"))
    code = """
for query in (Book.objects.all(), Book.objects.fetch_mode(models.FETCH_PEERS)):
    before = queries()
    books = list(query)
    names = {book.author.name for book in books}
    print(queries() - before == 1 + len(books), queries() - before == 2, len(books) > 2)
"""
    assert in_django(served("django"), code) == "True False True\nFalse True True"


@pytest.mark.since(django="6.1")
def test_both_can_refuse_a_lazy_load_but_django_only_of_single_objects(served, flask, django):
    add(flask, "Guarded", book("One"))
    add(django, "Guarded", book("One"))
    code = """
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import raiseload
for get in (lambda: db.session.scalar(db.select(Book).options(raiseload("*"))).author,
            lambda: db.session.scalar(db.select(Author).options(raiseload("*"))).books):
    try:
        print(get())
    except InvalidRequestError:
        print("refused")
"""
    assert in_flask(served("flask"), code) == "refused\nrefused"
    code = """
from django.core.exceptions import FieldFetchBlocked
for get in (lambda: Book.objects.fetch_mode(models.FETCH_RAISE).first().author,
            lambda: Author.objects.fetch_mode(models.FETCH_RAISE).get(name="Guarded").books.all()):
    try:
        print(len(get()))
    except FieldFetchBlocked:
        print("refused")
"""
    assert in_django(served("django"), code) == "refused\n1"


def test_sqlalchemy_writes_recursive_queries(served, flask):
    add(flask, "Annalist", book("First", 1501), book("Second", 1503), book("Third", 1503))
    code = """
from sqlalchemy import func, literal
years = db.select(literal(1501).label("year")).cte(recursive=True)
years = years.union_all(db.select(years.c.year + 1).where(years.c.year < 1503))
books = db.select(years.c.year, func.count(Book.id)).outerjoin(Book, Book.year == years.c.year)
print(dict(db.session.execute(books.group_by(years.c.year)).all()))
"""
    assert in_flask(served("flask"), code) == "{1501: 1, 1502: 0, 1503: 2}"
