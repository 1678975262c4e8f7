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
    assert flask.post("/articles").status_code == 308


def test_django_loses_the_method_when_it_adds_the_slash(django):
    assert django.post("/articles").status_code == 301


def test_flask_prefers_the_more_specific_rule_whatever_the_order(flask):
    # In flask_app.py, `/<slug>/` stands before `/new/`.
    assert flask.get("/articles/new/").text == "Write an article"


def test_flask_decides_between_variable_rules_by_converter_weight():
    class Year(BaseConverter):
        regex = "[0-9]{4}"

    class EarlierYear(Year):
        weight = 50

    for converter, winner in [(Year, "slug"), (EarlierYear, "year")]:
        rules = [Rule("/<slug>", endpoint="slug"), Rule("/<year:year>", endpoint="year")]
        urls = Map(rules, converters={"year": converter})
        assert urls.bind("localhost").match("/2026")[0] == winner


def test_django_takes_the_first_pattern_that_matches(django):
    # In articles/urls.py, `help/` stands after `<slug:slug>/`.
    assert django.get("/articles/help/").text == "Article help"


def test_options_is_answered_unasked_by_flask_only(flask, django):
    assert flask.options("/articles/").status_code == 200
    assert django.options("/articles/").status_code == 405
