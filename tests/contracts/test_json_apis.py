"""What the JSON APIs of docs/compare/json-apis promise, and where they differ."""

import inspect
import itertools
import json
import runpy
from datetime import UTC, datetime

import pytest
from django.http import JsonResponse

from harness import ROOT

HOME = ROOT / "docs/compare/json-apis"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
STACKS = {"APIFlask": "/api/v1/orders", "DRF": "/api/v1/orders", "Ninja": "/ninja/orders"}
DUPLICATE = {"APIFlask": 409, "DRF": 400, "Ninja": 409}
numbers = (f"A-{count}" for count in itertools.count(1))


class Api:
    """One of the three APIs: where its orders live, and how to send one."""

    def __init__(self, stack, client):
        self.stack, self.client, self.path = stack, client, STACKS[stack]

    def create(self, **changes):
        order = {"number": next(numbers), "customer": "Ada"}
        order["lines"] = [{"sku": "tea", "quantity": 2}, {"sku": "cup", "quantity": 1}]
        return self.client.post(self.path, json=order | changes)


@pytest.fixture(params=STACKS)
def api(request):
    """Each of the three APIs in turn."""
    client = request.getfixturevalue("flask" if request.param == "APIFlask" else "django")
    return Api(request.param, client)


@pytest.fixture
def apis(flask, django):
    """All three APIs, to compare them."""
    return {name: Api(name, flask if name == "APIFlask" else django) for name in STACKS}


@pytest.fixture
def plain():
    """The app of flask_plain.py and a client for it."""
    return runpy.run_path(HOME / "flask_plain.py")["app"].test_client()


def shell(served, code):
    """What Python code prints in the Django project."""
    return served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout


def test_an_order_is_stored_with_its_lines(api):
    response = api.create(number="stored" + api.stack)
    assert response.status_code == 201
    order = response.json()
    assert order.pop("id") and order == {
        "number": "stored" + api.stack,
        "customer": "Ada",
        "lines": [{"sku": "tea", "quantity": 2}, {"sku": "cup", "quantity": 1}],
    }


def test_an_order_is_read_again(client):
    order = Api("DRF", client).create().json()
    assert client.get(f"/api/v1/orders/{order['id']}").json() == order


def test_what_is_wrong_is_named_by_its_place(api):
    lines = [{"sku": "tea", "quantity": 2}, {"sku": "cup", "quantity": 0}]
    response = api.create(number="x" * 21, lines=lines)
    assert response.status_code == {"APIFlask": 422, "DRF": 400, "Ninja": 422}[api.stack]
    if api.stack == "Ninja":
        places = {tuple(error["loc"][2:]) for error in response.json()["detail"]}
        assert places == {("number",), ("lines", 1, "quantity")}
    else:
        body = response.json()
        body = body["detail"]["json"] if api.stack == "APIFlask" else body
        assert set(body) == {"number", "lines"} and set(body["lines"]["1"]) == {"quantity"}


@pytest.mark.parametrize("lines", [[], None, "tea", [{"sku": "tea"}]])
def test_lines_that_are_none_are_refused(api, lines):
    assert api.create(lines=lines).status_code in (400, 422)


def test_a_body_that_is_not_json_is_refused_in_json(api):
    response = api.client.post(api.path, content="{", headers={"Content-Type": "application/json"})
    assert response.status_code == 400 and response.json()


def test_an_unknown_field_is_refused_by_apiflask_and_dropped_by_the_others(apis):
    answers = {stack: api.create(custommer="Bo") for stack, api in apis.items()}
    assert {s: a.status_code for s, a in answers.items()} == {
        "APIFlask": 422,
        "DRF": 201,
        "Ninja": 201,
    }
    assert answers["APIFlask"].json()["detail"]["json"] == {"custommer": ["Unknown field."]}
    assert not any("custommer" in answers[stack].json() for stack in ("DRF", "Ninja"))


def test_a_number_that_is_taken_is_refused(api):
    assert api.create(number="taken" + api.stack).status_code == 201
    assert api.create(number="taken" + api.stack).status_code == DUPLICATE[api.stack]


def test_only_drf_takes_every_check_from_the_model(apis, served):
    apis["DRF"].create(number="once")
    code = """
from ninja import ModelSchema
from orders.models import Line, Order
from orders.serializers import LineSerializer, OrderSerializer
order = {"number": "once", "customer": "Ada", "lines": [{"sku": "", "quantity": -1}]}
class LineSchema(ModelSchema):
    class Meta: model, fields = Line, ["sku", "quantity"]
class OrderSchema(ModelSchema):
    lines: list[LineSchema]
    class Meta: model, fields = Order, ["number", "customer"]
drf = OrderSerializer(data=order)
drf.is_valid()
print(sorted(drf.errors), sorted(drf.errors["lines"][0]))
print(OrderSchema(**order).dict() == order)
wrong = order | {"number": "x" * 21, "lines": [{"sku": "a", "quantity": "one"}]}
drf = OrderSerializer(data=wrong)
drf.is_valid()
print(sorted(drf.errors), sorted(drf.errors["lines"][0]))
try:
    OrderSchema(**wrong)
except ValueError as error:
    print(sorted(e["loc"][-1] for e in error.errors()))
"""
    drf, ninja_takes_it, drf_refuses, ninja_refuses = shell(served, code).splitlines()
    assert drf == "['lines', 'number'] ['quantity', 'sku']"
    assert ninja_takes_it == "True"
    assert drf_refuses == "['lines', 'number'] ['quantity']"
    assert ninja_refuses == "['number', 'quantity']"


def test_a_schema_of_apiflask_knows_nothing_of_the_table(flask):
    schema = runpy.run_path(HOME / "flask_app/schemas.py")["OrderSchema"]()
    order = {"number": "known", "customer": "Ada", "lines": [{"sku": "tea", "quantity": 1}]}
    assert Api("APIFlask", flask).create(**order).status_code == 201
    assert schema.validate(order) == {}


def test_drf_does_not_save_nested_data_until_you_write_how(served):
    code = """
from orders.serializers import OrderSerializer
from rest_framework.serializers import ModelSerializer
data = {"number": "nested", "customer": "Ada", "lines": [{"sku": "tea", "quantity": 1}]}
for create in (ModelSerializer.create, OrderSerializer.create):
    kind = type("Serializer", (OrderSerializer,), {"create": create})
    order = kind(data=data)
    order.is_valid(raise_exception=True)
    try:
        print(order.save().lines.count())
    except AssertionError as error:
        print("does not support writable nested fields by default" in str(error))
"""
    assert shell(served, code).split() == ["True", "1"]


def test_http_errors_are_json_under_apiflask_and_html_elsewhere_by_default(flask, django, plain):
    for path, method in [("/nowhere", "GET"), ("/api/v1/orders", "DELETE")]:
        response = flask.request(method, path)
        assert response.status_code in (404, 405) and response.json()["message"]
    assert django.delete("/api/v1/orders").json()["detail"]
    assert "<html" in django.get("/nowhere").text
    assert plain.get("/nowhere").json["message"]
    plain.application.error_handler_spec[None].clear()
    assert "<title>404" in plain.get("/nowhere").text


def test_a_list_comes_in_pages_that_lead_to_the_next(client):
    for _ in range(3):
        assert Api("DRF", client).create().status_code == 201
    seen, path = [], "/api/v1/orders?per_page=2"
    while path:
        body = client.get(path).json()
        rows = body.get("orders") or body["results"]
        assert 0 < len(rows) <= 2
        seen += [row["id"] for row in rows]
        path = body["pagination"]["next"] if "pagination" in body else body["next"]
    assert len(seen) >= 3 and seen == sorted(set(seen))
    assert client.get("/api/v1/orders?page=999").status_code == 404


def test_too_large_a_page_is_refused_by_apiflask_and_cut_by_drf(flask, django):
    assert flask.get("/api/v1/orders?per_page=51").status_code == 422
    for _ in range(51):
        assert Api("DRF", django).create().status_code == 201
    assert len(django.get("/api/v1/orders?per_page=51").json()["results"]) == 50


def test_two_versions_of_an_order_live_side_by_side(client):
    order = Api("DRF", client).create().json()
    new = client.get(f"/api/v2/orders/{order['id']}").json()
    assert new == {"buyer": order.pop("customer")} | order
    assert client.get(f"/api/v3/orders/{order['id']}").status_code == 404


def test_flask_alone_leaves_every_check_to_you(plain):
    assert plain.post("/lines", json={"quantity": 2}).status_code == 201
    for wrong in ({"quantity": "two"}, {"quantity": True}, {"quantity": -1}, {}, [2]):
        assert plain.post("/lines", json=wrong).json["errors"]
    assert plain.post("/lines", data="{").status_code == 415


def test_flask_alone_writes_a_time_as_an_http_date_and_django_as_iso(plain):
    body = plain.get("/dates").json
    assert body["careless"] == "Sun, 22 Nov 2026 08:30:00 GMT"
    assert body["meant"] == "2026-11-22T08:30:00+00:00"
    encoder = inspect.signature(JsonResponse).parameters["encoder"].default
    time = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
    assert json.dumps(time, cls=encoder) == '"2026-11-22T08:30:00Z"'
