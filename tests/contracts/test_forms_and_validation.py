"""What both apps of docs/compare/forms-and-validation promise, and where they differ."""

import sqlite3

import flask as flask_package
import pytest
from bs4 import BeautifulSoup
from flask_wtf import CSRFProtect, FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Form, IntegerField, StringField

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
TABLE = {"flask": "registration", "django": "events_registration"}
WRONG = [("name", ""), ("name", "x" * 41), ("email", "nobody"), ("seats", "5"), ("seats", "two")]
WRONG += [("children", "2"), ("children", "two"), ("email", '"><script>alert(1)</script>')]
ADA = {"name": "Ada", "email": "ada@example.com", "seats": "2", "children": "0"}


def rows(app):
    with sqlite3.connect(app.data / "events.db") as database:
        fields = "name, email, seats, children"
        return database.execute(f"SELECT {fields} FROM {TABLE[app.framework]}").fetchall()


@pytest.fixture(autouse=True)
def no_registrations(served):
    for framework, table in TABLE.items():
        with sqlite3.connect(served(framework).data / "events.db") as database:
            database.execute(f"DELETE FROM {table}")


def soup(response):
    return BeautifulSoup(response.text, "html.parser")


def send(client, path="/", form="/", token=True, **fields):
    """Fill in the form of a page, with its hidden fields, and send it."""
    hidden = soup(client.get(form)).select("input[type=hidden]")
    sent = {field["name"]: field["value"] for field in hidden if token}
    return client.post(path, data={**sent, **fields})


def errors(response):
    """What the page says about each field that it marks as wrong."""
    page = soup(response)
    wrong = page.select("[aria-invalid=true]")
    return {field["name"]: page.find(id=field["aria-describedby"]).text for field in wrong}


def test_valid_input_is_saved_and_redirects(app, client):
    response = send(client, **ADA)
    assert response.is_redirect and response.headers["location"] == "/thanks/"
    assert rows(app) == [("Ada", "ada@example.com", 2, 0)]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_invalid_input_comes_back_with_its_error_and_is_not_saved(app, client, field, value):
    response = send(client, **{**ADA, field: value})
    assert response.status_code == 200
    assert errors(response).keys() == {field} and errors(response)[field].strip()
    page = soup(response)
    assert page.find("input", {"name": field}).get("value", "") == value and not page.script
    assert rows(app) == []


def test_only_wtforms_sends_the_limits_of_a_number_to_the_browser(flask, django):
    seats = [soup(client.get("/")).find("input", {"name": "seats"}) for client in (flask, django)]
    assert [(field.get("min"), field.get("max")) for field in seats] == [("1", "4"), ("0", None)]


def test_djangos_form_renders_itself_and_a_flask_form_field_by_field(served):
    source = "{{ form }} / {{ form.name }}"
    flasks = f"""
from flask import render_template_string
from flask_app import app
from flask_app.forms import RegistrationForm

with app.test_request_context("/"):
    print(render_template_string("{source}", form=RegistrationForm()))
"""
    djangos = f"""
from django.template import Context, Template
from events.forms import RegistrationForm

print(Template("{source}").render(Context({{"form": RegistrationForm()}})))
"""
    runs = [
        served("flask").run(["python", "-c", flasks]),
        served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", djangos]),
    ]
    flask_form, django_form = [run.stdout.rsplit(" / ", 1) for run in runs]
    assert "<input" not in flask_form[0] and 'name="name"' in flask_form[1]
    for field in ("name", "email", "seats", "children"):
        assert f'name="{field}"' in django_form[0] and f'for="id_{field}"' in django_form[0]
    assert 'name="name"' in django_form[1]


def test_the_same_address_twice_is_an_error_and_not_a_crash(app, client):
    send(client, **ADA)
    assert errors(send(client, **ADA)).keys() == {"email"}
    assert len(rows(app)) == 1


def test_a_form_without_its_token_is_refused(app, client):
    response = send(client, token=False, **ADA)
    assert response.status_code == {"flask": 400, "django": 403}[app.framework]
    assert rows(app) == []


def test_a_post_without_a_form_class_is_guarded_too(app, client):
    send(client, **ADA)
    withdrawal = {"path": "/withdraw/", "form": "/thanks/", "email": "ada@example.com"}
    assert send(client, token=False, **withdrawal).status_code in (400, 403)
    assert len(rows(app)) == 1
    assert send(client, **withdrawal).is_redirect
    assert rows(app) == []


def test_a_flask_form_guards_itself_and_csrfprotect_every_post():
    seen = []
    for guard in (lambda app: None, CSRFProtect):
        app = flask_package.Flask(__name__)
        app.secret_key = "for this test only"
        app.post("/bare/", endpoint="bare")(lambda: "withdrawn")
        app.post("/form/", endpoint="form")(lambda: {"valid": FlaskForm().validate_on_submit()})
        guard(app)
        paths = ("/bare/", "/form/")
        seen.append([app.test_client().post(path, data={"a": "b"}) for path in paths])
    (bare, form), guarded = seen
    assert bare.status_code == 200 and form.json == {"valid": False}
    assert [response.status_code for response in guarded] == [400, 400]


def test_a_wtforms_number_that_is_datarequired_refuses_zero(served):
    code = """
from flask_app import app
from flask_app.forms import CarelessForm, RegistrationForm

app.config["WTF_CSRF_ENABLED"] = False
with app.test_request_context("/", method="POST", data={"children": "0"}):
    for form in (CarelessForm(), RegistrationForm()):
        form.validate()
        print("children" in form.errors)
"""
    assert served("flask").run(["python", "-c", code]).stdout.split() == ["True", "False"]


def test_django_does_not_validate_a_model_saved_without_a_form(served):
    code = """
from django.core.exceptions import ValidationError
from events.models import Registration

wrong = Registration(name="", email="nobody", seats=99)
wrong.save()
print(Registration.objects.get().seats)
try:
    wrong.full_clean()
except ValidationError as error:
    print(*sorted(error.message_dict))
"""
    done = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code])
    assert done.stdout.splitlines() == ["99", "email name seats"]


def test_djangos_form_takes_its_rules_from_the_model(served):
    code = """
from django.forms import modelform_factory
from events.models import Registration

Registration.objects.create(name="Ada", email="ada@example.com", seats=2)
sent = {"name": "x" * 41, "email": "ada@example.com", "seats": "9", "children": ""}
print(*sorted(modelform_factory(Registration, fields="__all__")(sent).errors))
"""
    done = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code])
    assert done.stdout.split() == ["children", "email", "name", "seats"]
    form = type("Plain", (Form,), {"name": StringField(), "seats": IntegerField()})
    assert form(MultiDict({"name": "x" * 999, "seats": "9"})).validate()
