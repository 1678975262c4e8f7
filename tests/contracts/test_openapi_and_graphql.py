"""What docs/compare/openapi-and-graphql says of its two schemas: that they are true."""

import pytest
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator import validate

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
ANSWERS = "{ authors { name books { title } } }"


def schema(client, path="/openapi.json"):
    return client.get(path).json()


def fits(spec, response, template):
    """The schema has this answer, by its status, and what the answer holds is what it says."""
    operation = spec["paths"][template][response.request.method.lower()]
    declared = operation["responses"][str(response.status_code)]
    if "content" in declared:
        kind = response.headers["content-type"].split(";")[0]
        shape = declared["content"][kind]["schema"] | {"components": spec["components"]}
        Draft202012Validator(shape).validate(response.json())


def template(spec, ending):
    """The path of an operation as the schema writes it: `{id}` or `{book_id}`."""
    return next(path for path in spec["paths"] if path.endswith(ending))


@pytest.fixture
def add(client):
    """Add a book to the library."""

    def add(**changes):
        book = {"title": "Emma", "year": 1815, "author": "Jane Austen"}
        return client.post("/api/books/", json=book | changes)

    return add


def test_the_schema_is_valid_openapi(client):
    spec = schema(client)
    validate(spec)
    assert spec["openapi"] == "3.1.0" and spec["info"]["title"] == "Library"


def test_every_answer_is_as_the_schema_says(client, add):
    spec = schema(client)
    book = add()
    assert book.json()["century"] == 19 and book.json()["author"] == "Jane Austen"
    fits(spec, book, "/api/books/")
    refused = add(year="soon", title="x" * 101)
    assert refused.status_code in (400, 422)
    fits(spec, refused, "/api/books/")
    one = template(spec, "id}")
    for number, status in [(book.json()["id"], 200), (999, 404)]:
        response = client.get(f"/api/books/{number}")
        assert response.status_code == status
        fits(spec, response, one)


def test_the_schema_tells_what_is_needed_and_how_long_it_may_be(client):
    spec = schema(client)
    reference = spec["paths"]["/api/books/"]["post"]["requestBody"]["content"]
    name = reference["application/json"]["schema"]["$ref"].rpartition("/")[2]
    book = spec["components"]["schemas"][name]
    assert {"title", "year", "author"} <= set(book["required"])
    assert book["properties"]["title"]["maxLength"] == 100
    assert book["properties"]["century"]["readOnly"] and book["properties"]["id"]["readOnly"]


@pytest.mark.parametrize(("framework", "field"), [("flask", "year"), ("django", "century")])
def test_a_careless_view_makes_the_schema_untrue(request, framework, field):
    client = request.getfixturevalue(framework)
    book = {"title": "Emma", "year": 1815, "author": "Jane Austen"}
    number = client.post("/api/books/", json=book).json()["id"]
    spec = schema(client)
    response = client.get(f"/api/books/{number}/careless")
    with pytest.raises(ValidationError) as error:
        fits(spec, response, template(spec, "/careless"))
    assert list(error.value.path) == [field]
    fits(spec, client.get(f"/api/books/{number}"), template(spec, "id}"))


def test_errors_are_in_the_schema_of_apiflask_only_unless_you_write_them(flask, django):
    spec = schema(flask)
    assert set(spec["paths"][template(spec, "/careless")]["get"]["responses"]) == {"200", "404"}
    assert set(spec["paths"]["/api/books/"]["post"]["responses"]) == {"201", "422"}
    spec = schema(django)
    assert set(spec["paths"][template(spec, "/careless")]["get"]["responses"]) == {"200"}
    assert set(spec["paths"][template(spec, "id}")]["get"]["responses"]) == {"200", "404"}
    spec = schema(django, "/ninja/openapi.json")
    assert set(spec["paths"][template(spec, "id}")]["get"]["responses"]) == {"200"}


def test_ninja_brings_a_valid_schema_along(django):
    spec = schema(django, "/ninja/openapi.json")
    validate(spec)
    book = {"title": "Emma", "year": 1815, "author": "Jane Austen"}
    number = django.post("/api/books/", json=book).json()["id"]
    fits(spec, django.get(f"/ninja/books/{number}"), template(spec, "id}"))


def ask(client, query, path="/graphql"):
    return client.post(path, json={"query": query})


def test_a_query_gets_what_it_asks_for_and_no_more(client, add):
    add(author="Aphra Behn", title="Oroonoko")
    authors = ask(client, ANSWERS).json()["data"]["authors"]
    assert {"name": "Aphra Behn", "books": [{"title": "Oroonoko"}]} in authors
    response = ask(client, "{ authors { name } }")
    assert set(response.json()["data"]["authors"][0]) == {"name"}
    assert response.headers["x-queries"] == "1"


def test_books_of_all_authors_take_two_queries_or_one_for_each_author(client, add):
    for count in (3, 6):
        for number in range(count):
            add(author=f"Author {number}")
        answers = [ask(client, ANSWERS, path) for path in ("/graphql", "/graphql/careless")]
        mended, careless = (int(answer.headers["x-queries"]) for answer in answers)
        assert answers[0].json() == answers[1].json()
        authors = len(answers[0].json()["data"]["authors"])
        assert authors >= count and mended == 2 and careless == 1 + authors


def test_an_error_of_graphql_has_status_200(client):
    for query, complaint in [("{ authors { shoesize } }", "shoesize"), ("{ authors {", "Syntax")]:
        response = ask(client, query)
        assert response.status_code == 200
        assert complaint in response.json()["errors"][0]["message"]
