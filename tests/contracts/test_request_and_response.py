"""What both apps of docs/compare/request-and-response promise, and where they differ."""

import json
import runpy

import flask as flask_package
import httpx
import pytest

from harness import ROOT

JSON = {"Content-Type": "application/json"}
BIG = json.dumps("x" * 3_000_000)


def first_lines(client, path, wanted):
    """Read the first lines of an answer and hang up."""
    with client.stream("GET", path) as response:
        lines = response.iter_lines()
        return response, [next(lines) for _ in range(wanted)]


def test_the_query_is_read_with_repeated_keys_and_a_default(client):
    found = client.get("/search/?q=caf%C3%A9+au+lait&page=2&tag=a&tag=b").json()
    assert found == {"words": "café au lait", "page": 2, "tags": ["a", "b"]}
    assert client.get("/search/?q=x").json() == {"words": "x", "page": 1, "tags": []}


def test_a_missing_word_is_400_and_a_page_that_is_no_number_is_the_first(client):
    assert client.get("/search/?page=2").status_code == 400
    assert client.get("/search/?q=x&page=two").json()["page"] == 1


def test_a_missing_key_is_400_in_flask_and_500_in_django(flask, django):
    assert flask.get("/search/?page=2").status_code == 400
    assert flask.get("/search/?q=x&page=two").json()["page"] == 1
    assert django.get("/search-careless/?q=x&page=2").status_code == 200
    assert django.get("/search-careless/?page=2").status_code == 500
    assert django.get("/search-careless/?q=x&page=two").status_code == 500


def test_json_is_read_and_broken_json_is_400(client):
    response = client.post("/notes/", json={"title": "café"})
    assert response.status_code == 201
    assert response.json() == {"received": {"title": "café"}}
    assert client.post("/notes/", content="{", headers=JSON).status_code == 400


def test_only_flask_looks_at_the_content_type_of_json(flask, django):
    plain = {"content": "{}", "headers": {"Content-Type": "text/plain"}}
    assert flask.post("/notes/", **plain).status_code == 415
    assert django.post("/notes/", **plain).status_code == 201


def test_django_limits_a_body_and_flask_only_when_told(flask, django):
    assert django.post("/notes/", content=BIG, headers=JSON).status_code in (400, 413)
    assert flask.post("/notes/", content=BIG, headers=JSON).status_code == 201
    app = flask_package.Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = 2_500_000
    app.post("/")(lambda: {"received": flask_package.request.json})
    assert app.test_client().post("/", data="{}", headers=JSON).status_code == 200
    assert app.test_client().post("/", data=BIG, headers=JSON).status_code == 413


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_form_fields_are_read(client, method):
    response = client.request(method, "/profile/", data={"name": "Ada", "town": "Zürich"})
    assert response.json()["fields"] == {"name": "Ada", "town": "Zürich"}


def test_only_djangos_post_is_empty_when_the_method_is_put(flask, django):
    assert flask.put("/profile/", data={"name": "Ada"}).json()["fields"] == {"name": "Ada"}
    assert django.post("/profile/", data={"name": "Ada"}).json()["POST"] == {"name": "Ada"}
    assert django.put("/profile/", data={"name": "Ada"}).json()["POST"] == {}


def test_a_cookie_and_a_header_go_out_and_the_cookie_comes_back(client):
    assert client.get("/theme/").json() == {"theme": "light"}
    response = client.post("/theme/", data={"theme": "dark"}, headers={"User-Agent": "Ada"})
    cookie = response.headers["set-cookie"].lower()
    assert "theme=dark" in cookie and "max-age=3600" in cookie and "samesite=lax" in cookie
    assert response.headers["x-asked-by"] == "Ada"
    assert client.get("/theme/").json() == {"theme": "dark"}


def test_a_function_and_a_thread_see_the_request(client):
    expected = {"here": "page for Ada", "thread": "report for Ada"}
    assert client.get("/report/?name=Ada").json() == expected


def test_a_thread_of_flask_has_no_request_until_it_is_copied(flask, served):
    assert flask.get("/report-lost/?name=Ada").status_code == 500
    assert "Working outside of request context" in served("flask").output()


def test_a_flask_function_without_a_request_raises():
    shown = runpy.run_path(ROOT / "docs/compare/request-and-response/flask_app.py")
    with pytest.raises(RuntimeError, match="outside of request context"):
        shown["describe"]("page")
    with shown["app"].test_request_context("/?name=Ada"):
        assert shown["describe"]("page") == "page for Ada"


def test_a_generator_is_sent_as_it_is_made(client):
    response, lines = first_lines(client, "/numbers/?name=Ada", 3)
    assert lines == ["1 for Ada", "2 for Ada", "3 for Ada"]
    assert response.headers["transfer-encoding"] == "chunked"


def test_a_flask_generator_that_lost_the_request_breaks_off(flask, served):
    with flask.stream("GET", "/numbers-lost/?name=Ada") as response:
        assert response.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            response.read()
    assert "Working outside of request context" in served("flask").output()
