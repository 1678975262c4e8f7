"""What both apps of docs/compare/views promise, and where they differ."""

import inspect
import socket
import sqlite3

import flask.views
import httpx
import pytest

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
KEY = {"X-Key": "for this example only"}
ALONE = {"Connection": "close"}  # see the test of HEAD and bodies
TABLE = {"flask": "note", "django": "notes_note"}


@pytest.fixture(autouse=True)
def three_notes(served):
    """Before each test, both apps hold the notes 1, 2 and 3."""
    for framework, table in TABLE.items():
        with sqlite3.connect(served(framework).data / "notes.db") as database:
            database.execute(f"DELETE FROM {table}")
            rows = [(1, "One", 0), (2, "Two", 0), (3, "Three", 0)]
            database.executemany(
                f"INSERT INTO {table} (id, title, archived) VALUES (?, ?, ?)", rows
            )


def allowed(response):
    return set(response.headers["allow"].replace(" ", "").split(","))


def test_a_list_comes_in_pages_and_a_page_beyond_the_last_is_404(client):
    first, second = client.get("/notes/").text, client.get("/notes/?page=2").text
    assert "Two" in first and "Three" not in first and "?page=2" in first
    assert "Three" in second and "Two" not in second
    assert client.get("/notes/?page=3").status_code == 404


def test_a_record_has_its_page_and_an_unknown_one_is_404(client):
    assert "<h1>One</h1>" in client.get("/notes/1/").text
    assert client.get("/notes/9/").status_code == 404


def test_a_class_runs_the_method_that_is_named_like_the_http_method(client):
    path = "/api/notes/1/"
    assert client.get(path, headers=KEY).json() == {"title": "One", "archived": False}
    assert client.delete(path, headers=KEY).status_code == 204
    assert client.get(path, headers=KEY).status_code == 404


def test_a_class_answers_405_to_what_it_lacks_and_head_and_options_by_itself(client):
    response = client.put("/api/notes/1/", headers=KEY)
    assert response.status_code == 405
    assert allowed(response) == {"GET", "HEAD", "DELETE", "OPTIONS"}
    head = client.head("/api/notes/1/", headers={**KEY, **ALONE})
    assert head.status_code == 200 and head.headers["content-type"] == "application/json"
    options = client.options("/api/notes/1/", headers=KEY)
    assert options.status_code == 200 and {"GET", "HEAD", "DELETE"} <= allowed(options)


def test_a_decorator_on_a_class_guards_its_methods(client):
    assert client.get("/api/notes/1/").status_code == 403
    assert client.delete("/api/notes/1/").status_code == 403
    assert client.get("/api/notes/1/", headers=KEY).status_code == 200


def test_a_function_view_is_limited_to_its_method_and_guarded(client):
    assert client.get("/notes/1/archive/", headers=KEY).status_code == 405
    assert client.post("/notes/1/archive/").status_code == 403
    assert "Archived" not in client.get("/notes/1/").text
    assert client.post("/notes/1/archive/", headers=KEY).headers["location"] == "/notes/1/"
    assert "Archived" in client.get("/notes/1/").text


def test_django_runs_a_bare_function_for_every_method_even_a_link(django):
    assert django.get("/notes/1/archive-by-any-method/").status_code == 200
    assert "Archived" in django.get("/notes/1/").text
    for method in ("PUT", "DELETE", "BREW"):
        assert django.request(method, "/notes/2/archive-by-any-method/").status_code == 200


def test_flask_runs_a_route_for_get_head_and_options_until_told_more():
    app = flask.Flask(__name__)
    app.route("/")(lambda: "page")
    app.post("/told/", endpoint="told")(lambda: "done")
    tester = app.test_client()
    for method in ("GET", "HEAD", "OPTIONS"):
        assert tester.open("/", method=method).status_code == 200
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        response = tester.open("/", method=method)
        assert response.status_code == 405 and allowed(response) == {"GET", "HEAD", "OPTIONS"}
    assert tester.post("/told/").status_code == 200


def test_head_works_wherever_get_does_in_flask_and_django_has_to_allow_it(flask, django):
    assert flask.head("/notes/count/").status_code == 200
    assert django.head("/notes/count/", headers=ALONE).status_code == 200
    assert django.get("/notes/count-without-head/").status_code == 200
    assert django.head("/notes/count-without-head/").status_code == 405


def test_flask_sends_no_body_for_head_and_django_leaves_that_to_the_server(served):
    seen = {}
    for framework in TABLE:
        address = httpx.URL(served(framework).url)
        with socket.create_connection((address.host, address.port)) as connection:
            ask = "{} /notes/count/ HTTP/1.1\r\nHost: localhost\r\nConnection: {}\r\n\r\n"
            connection.sendall(ask.format("HEAD", "keep-alive").encode())
            connection.sendall(ask.format("GET", "close").encode())
            # What stands where the next answer should begin:
            rest = connection.makefile("rb").read().split(b"\r\n\r\n", 1)[1]
            seen[framework] = rest.split(b" 200 OK")[0]
    assert seen == {"flask": b"HTTP/1.1", "django": b'{"notes": 3}HTTP/1.1'}


def test_flask_leaves_a_view_open_whose_decorator_stands_above_the_route(flask, served):
    assert flask.get("/notes/export-open/").status_code == 200
    assert flask.get("/notes/export/").status_code == 403
    assert flask.get("/notes/export/", headers=KEY).status_code == 200
    assert "export" not in served("flask").output()


def test_django_leaves_a_class_open_whose_mixin_stands_right_of_the_view(django, served):
    assert django.get("/notes/export-open/").status_code == 200
    assert django.get("/notes/export/").status_code == 403
    assert django.get("/notes/export/", headers=KEY).status_code == 200
    assert "no issues" in served("django").run("python manage.py check").stdout


def test_django_ships_views_for_lists_records_and_forms_and_flask_two_base_classes(served):
    code = "from django.views import generic; print(*generic.__all__)"
    names = set(served("django").run(["python", "-c", code]).stdout.split())
    assert {"ListView", "DetailView", "FormView", "CreateView", "UpdateView"} <= names
    assert {"DeleteView", "TemplateView", "RedirectView", "MonthArchiveView"} <= names
    classes = inspect.getmembers(flask.views, inspect.isclass)
    ours = {name for name, value in classes if value.__module__ == "flask.views"}
    assert ours == {"View", "MethodView"}


def test_flask_turns_what_a_view_returns_into_a_response_and_django_does_not(flask, served):
    assert flask.get("/notes/count/").json() == {"notes": 3}
    code = """
from django.test import Client, override_settings
from django.urls import path

client = Client(raise_request_exception=False, SERVER_NAME="localhost")
for value in ({"notes": 3}, "text", None):
    page = path("", lambda request: value)
    with override_settings(ROOT_URLCONF=(page,)):
        print(client.get("/").status_code)
"""
    shell = ["python", "manage.py", "shell", "-v", "0", "-c", code]
    assert served("django").run(shell).stdout.split() == ["500", "500", "500"]
