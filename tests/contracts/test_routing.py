"""What both apps of docs/compare/routing promise, and where they differ."""

import pytest
from werkzeug.routing import BaseConverter, Map, Rule


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/articles/", "All articles"),
        ("/articles/hello-world/", "Article hello-world"),
        ("/articles/new/", "Write an article"),
        ("/articles/2026/", "Articles of 2026"),
        ("/articles/files/a/b.txt", "File a/b.txt"),
    ],
)
def test_a_url_reaches_its_view(client, path, text):
    assert client.get(path).text == text


def test_unknown_url_is_404(client):
    assert client.get("/nowhere/").status_code == 404


def test_a_converter_refuses_what_does_not_match(client):
    assert client.get("/articles/2026/").text == "Articles of 2026"
    assert client.get("/articles/20260/").text == "Article 20260"


def test_a_url_is_built_from_the_name_of_its_route(client):
    assert client.post("/articles/").headers["location"] == "/articles/2026/"


def test_wrong_method_is_405_and_names_the_allowed_ones(client):
    response = client.delete("/articles/")
    assert response.status_code == 405
    assert {"GET", "HEAD", "POST"} <= set(response.headers["allow"].split(", "))


def test_missing_slash_is_a_permanent_redirect(client):
    response = client.get("/articles")
    assert response.is_redirect and response.status_code in (301, 308)
    assert response.headers["location"].endswith("/articles/")


def test_flask_keeps_the_method_when_it_adds_the_slash(flask):
    redirect, answer = flask.post("/articles", data={"a": "b"}, follow_redirects=True).history
    assert redirect.status_code == 308
    assert answer.request.method == "POST" and answer.request.read() == b"a=b"
    assert answer.headers["location"] == "/articles/2026/"


def test_django_loses_the_method_when_it_adds_the_slash(django):
    answer = django.post("/articles", data={"a": "b"}, follow_redirects=True)
    assert [step.status_code for step in answer.history] == [301]
    assert answer.request.method == "GET" and answer.text == "All articles"


def test_django_raises_in_debug_mode_when_a_post_misses_the_slash(served):
    code = """
from django.test import Client, override_settings

client = Client(SERVER_NAME="localhost")
print(client.post("/articles").status_code)
with override_settings(DEBUG=True):
    print(client.get("/articles").status_code)
    try:
        client.post("/articles")
    except RuntimeError as error:
        print("doesn't end in a slash" in str(error))
"""
    done = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code])
    assert done.stdout.split() == ["301", "301", "True"]


def test_flask_routes_prints_every_route(served):
    lines = served("flask").run("flask routes").stdout.splitlines()
    for name, methods, rule in [
        ("index", "GET", "/articles/"),
        ("create", "POST", "/articles/"),
        ("new", "GET", "/articles/new/"),
        ("archive", "GET", "/articles/<year:year>/"),
        ("detail", "GET", "/articles/<slug>/"),
        ("file", "GET", "/articles/files/<path:name>"),
    ]:
        assert [f"articles.{name}", methods, rule] in [line.split() for line in lines]


def test_flask_prefers_the_more_specific_rule_whatever_the_order(flask):
    # In flask_app.py, `/<slug>/` stands before `/new/`.
    assert flask.get("/articles/new/").text == "Write an article"


def test_flask_decides_between_variable_rules_by_converter_weight():
    class Year(BaseConverter):
        regex = "[0-9]{4}"

    class EarlierYear(Year):
        weight = 50

    slug, year = ("/<slug>", "slug"), ("/<year:year>", "year")
    for converter, order, winner in [
        (Year, [slug, year], "slug"),
        (Year, [year, slug], "year"),
        (EarlierYear, [slug, year], "year"),
    ]:
        rules = [Rule(path, endpoint=name) for path, name in order]
        urls = Map(rules, converters={"year": converter})
        assert urls.bind("localhost").match("/2026")[0] == winner


def test_django_takes_the_first_pattern_that_matches(django):
    # In articles/urls.py, `help/` stands after `<slug:slug>/`.
    assert django.get("/articles/help/").text == "Article help"


def test_options_is_answered_unasked_by_flask_only(flask, django):
    for path in ("/articles/", "/articles/new/"):
        answer = flask.options(path)
        assert answer.status_code == 200 and "GET" in answer.headers["allow"]
        assert django.options(path).status_code == 405
