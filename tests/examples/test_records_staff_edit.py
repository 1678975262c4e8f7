"""The desk of docs/examples/records-staff-edit, worked with a browser as staff work it."""

import datetime as dt
import re
import sqlite3
import zlib
from contextlib import closing
from urllib.parse import urlencode, urljoin

import httpx
import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_babel import Babel
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Mapped, mapped_column

PASSWORD = "a long enough pass phrase"
SET_UP = f"""
from django.contrib.auth.models import User
from django.core.management import call_command
call_command("loaddata", "roles")
User.objects.create_superuser("head", password="{PASSWORD}")
"""
PREPARE = {
    "flask": ["flask init-db", ["flask", "auth", "create-head", "head", "--password", PASSWORD]],
    "django": ["python manage.py migrate", ["python", "manage.py", "shell", "-c", SET_UP]],
}
TAKEN = "This item is already on loan."


class Browser:
    """A person's browser: it follows links and sends forms as they stand on the page."""

    def __init__(self, app, seats):
        self.app, self.seats = app, seats
        self.is_django = app.framework == "django"
        self.session = httpx.Client(base_url=app.url, timeout=20, follow_redirects=True)
        self.go("/admin/")

    def go(self, url, **sent):
        self.answer = self.session.request("POST" if sent else "GET", url, **sent)
        self.page = BeautifulSoup(self.answer.text, "html.parser")
        return self

    def find(self, words):
        """The first link or button with these words."""
        for found in self.page.select("a[href], button, input[type=submit]"):
            label = found["value"] if found.name == "input" else found.get_text(" ", strip=True)
            if re.fullmatch(words, label):
                return found
        return None

    def press(self, words, **values):
        """Follow the link, or send the form of the button with these values filled in."""
        found = self.find(words)
        if found.name == "a":
            return self.go(urljoin(str(self.answer.url), found["href"]))
        button = {found["name"]: found.get("value", "")} if "name" in found.attrs else {}
        return self.send(found.find_parent("form"), button | values)

    def send(self, form, values):
        data = {}
        for field in form.select("input[name], textarea[name], select[name]"):
            kind = field.get("type", field.name)
            if kind == "select":
                data[field["name"]] = [o["value"] for o in field.select("option[selected]")]
            elif kind not in ("submit", "checkbox", "radio") or "checked" in field.attrs:
                data[field["name"]] = field.get("value", "on" if kind == "checkbox" else field.text)
        url = urljoin(str(self.answer.url), form.get("action", ""))
        return self.go(url, data={k: v for k, v in (data | values).items() if v is not None})

    def pick(self, name, words):
        """What a person gets who types these words into the field with suggestions."""
        field = self.page.select_one(f"[name={name}]")
        if self.is_django:
            model = {"app_label": "desk", "model_name": "loan", "field_name": name}
            url = f"{field['data-ajax--url']}?{urlencode({'term': words} | model)}"
            return self.session.get(url).json()["results"][0]["id"]
        return self.session.get(f"{field['data-url']}&query={words}").json()[0][0]

    def rows(self, words):
        return [tr for tr in self.page.select("tr:has(td)") if words in tr.get_text(" ")]

    def log_in(self, name, password=PASSWORD):
        return self.press("Log in", username=name, password=password)

    def add(self, kind, **values):
        self.go("/admin/").press(kind).press(f"(?i)add {kind[:-1]}|create")
        return self.press("Save", **values)

    def lend(self, item):
        self.go("/admin/").press("Loans").press("(?i)add loan|create")
        chosen = {"item": self.pick("item", item), "borrower": self.pick("borrower", item)}
        return self.press("Save", due_on="2026-12-18", **chosen)

    def take_back(self, item):
        """Tick the item in the list of loans and run the action on it."""
        (row,) = self.loans(item, still_out=True)
        ticked = row.select_one("input[type=checkbox]")["value"]
        if self.is_django:
            return self.press("Run|Go", action="mark_returned", _selected_action=ticked)
        form = self.page.select_one("#action_form")  # a script of the page fills it in
        return self.send(form, {"action": "mark_returned", "rowid": ticked})

    def loans(self, words, still_out=False):
        """The loans that the list shows for these words."""
        search, out = ("q", "returned_on__isempty") if self.is_django else ("search", "flt0_6")
        self.go("/admin/").press("Loans")
        url = self.answer.url.copy_set_param(search, words)
        self.go(url.copy_set_param(out, "1") if still_out else url)
        return self.rows(words)

    def open_account(self, name, role, password=PASSWORD):
        """What the head does in the screens for accounts."""
        if not self.is_django:
            return self.add("Users", username=name, role=role, new_password=password)
        self.add("Users", username=name, password1=password, password2=password)
        if self.find("Delete"):  # the second screen, for the role
            groups = {o.text: o["value"] for o in self.page.select("[name=groups] option")}
            self.press("Save", is_staff="on", groups=groups[role])
        return self

    def stranger(self):
        return Browser(self.app, self.seats)

    def colleague(self, name):
        """Somebody else who is logged in; the head opens the accounts that are missing."""
        seat = self.app.url, name
        if seat not in self.seats:
            if name != "head":
                self.colleague("head").open_account(name, name.capitalize())
            self.seats[seat] = self.stranger().log_in(name)
        return self.seats[seat]


@pytest.fixture(scope="module")
def seats():
    """The browsers of those who are logged in, by app and name."""
    return {}


@pytest.fixture
def client(app, seats):
    """Somebody of the desk, at each app in turn."""
    return Browser(app, seats).colleague("desk")


@pytest.fixture
def flask(served, seats):
    """Somebody of the desk, at the Flask app."""
    return Browser(served("flask"), seats).colleague("desk")


@pytest.fixture
def django(served, seats):
    """Somebody of the desk, at the Django app."""
    return Browser(served("django"), seats).colleague("desk")


@pytest.fixture
def item(client, request):
    """The number of a new item, which is also part of the name of a new borrower."""
    number = f"C{zlib.crc32(request.node.name.encode())}"
    client.add("Items", number=number, name="Camera")
    client.add("Borrowers", name=f"Ada {number}", email=f"{number}@example.org")
    return number


def test_nobody_gets_in_without_an_account(client):
    stranger = client.stranger()
    assert stranger.find("Log in") and not stranger.find("Loans")
    assert stranger.log_in("head", "a wrong pass phrase").find("Log in")
    assert stranger.log_in("head").find("Loans")
    assert stranger.press("Log out").go("/admin/").find("Log in")


def test_staff_lend_an_item_and_take_it_back(client, item):
    client.lend(item)
    assert client.loans(item, still_out=True)
    client.take_back(item)
    assert client.loans(item) and not client.loans(item, still_out=True)


def test_the_action_of_flask_admin_gets_its_numbers_as_text_and_asks_for_numbers(flask):
    code = """
from flask_app import app
from flask_app.admin import LoanView
from flask_app.models import Loan, db
from sqlalchemy import event
with app.app_context():
    event.listen(db.engine, "before_cursor_execute", lambda *asked: print(asked[3]))
    LoanView(Loan, db).mark_returned(["987654"])
"""
    assert flask.app.run(["python", "-c", code]).stdout == "(987654,)\n"  # else PostgreSQL refuses


def test_an_item_cannot_be_lent_twice_at_once(client, item):
    assert TAKEN not in client.lend(item).page.text
    assert TAKEN in client.lend(item).page.text
    assert len(client.loans(item)) == 1
    client.take_back(item)
    assert TAKEN not in client.lend(item).page.text
    assert len(client.loans(item)) == 2


def test_the_database_refuses_a_second_open_loan(client, item):
    client.lend(item)
    with closing(sqlite3.connect(client.app.data / "desk.sqlite3")) as database:
        loan = "desk_loan" if client.is_django else "loan"
        columns = "item_id, borrower_id, lent_on, due_on"
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            database.execute(f"INSERT INTO {loan} ({columns}) SELECT {columns} FROM {loan}")


def test_search_finds_by_part_of_a_word(client, item):
    client.lend(item)
    assert len(client.loans(f"Ada {item}")) == 1
    assert len(client.loans(item[2:])) == 1
    assert not client.loans("nobody")


def test_a_reader_looks_and_changes_nothing(client, item):
    client.lend(item)
    client.go("/admin/").press("Loans").press("(?i)add loan|create")
    form = client.page.select_one("form:has([name=due_on])")
    form["action"] = str(client.answer.url)
    values = {
        "item": client.pick("item", item),
        "borrower": client.pick("borrower", item),
        "due_on": "2026-12-18",
        "returned_on": "2026-12-01",
    }
    reader = client.colleague("reader")
    assert len(reader.loans(item)) == 1
    assert not reader.find("(?i)add loan|create|run|go|mark returned")
    token = reader.page.select_one("[name^=csrf]")  # valid, so that only the role can refuse
    reader.send(form, values | {token["name"]: token["value"]})
    assert len(reader.loans(item)) == 1


def test_a_form_without_its_token_changes_nothing(client, item):
    client.go("/admin/").press("Items").press("(?i)add item|create")
    client.press("Save", number=f"X{item}", name="Forged", csrf_token="", csrfmiddlewaretoken="")
    assert not client.go("/admin/").press("Items").rows(f"X{item}")


def test_another_site_logs_nobody_out(client):
    out = "/admin/logout/" if client.is_django else "/logout/"
    assert client.session.post(out).status_code in (400, 403)
    assert client.go("/admin/").find("Loans")


def test_a_password_is_hashed_for_an_unknown_name_too(flask):
    code = """
from unittest.mock import patch
from flask_app import app, models
app.config["WTF_CSRF_ENABLED"] = False
for name in ("head", "nobody"):
    with patch.object(models, "check_password_hash", return_value=False) as check:
        app.test_client().post("/login/", data={"username": name, "password": "guessed"})
    print(check.call_count)
"""
    assert flask.app.run(["python", "-c", code]).stdout.split() == ["1", "1"]


def test_it_is_on_record_who_lent_and_who_took_back(client, item):
    client.lend(item)
    client.take_back(item)
    (row,) = client.loans(item)
    client.go(urljoin(str(client.answer.url), row.select_one("a")["href"])).press("History")
    record = client.rows("desk" if client.is_django else item)
    told = " ".join(row.text for row in record).lower()
    assert "desk" in told and "added" in told and "marked returned" in told


def test_the_head_opens_and_shuts_accounts(client):
    head = client.colleague("head").open_account("temp", "Desk")
    temp = client.stranger().log_in("temp")
    assert temp.find("Loans") and not temp.find("Users")
    (row,) = head.go("/admin/").press("Users").rows("temp")
    edit = row.select_one("a[href*=edit], a[href*=change]")["href"]
    head.go(urljoin(str(head.answer.url), edit)).press("Save", is_active=None)
    assert not temp.go("/admin/").find("Loans")
    assert not client.stranger().log_in("temp").find("Loans")


def test_only_the_head_sees_accounts(client):
    accounts = "/admin/auth/user/" if client.is_django else "/admin/user/"
    assert client.go(accounts).answer.status_code == 403
    assert client.colleague("head").go(accounts).answer.status_code == 200


def test_roles_are_data_in_django_only(flask, django):
    assert not django.colleague("reader").go("/admin/").press("Borrowers").find("Add borrower")
    head = django.colleague("head").go("/admin/").press("Groups").press("Reader")
    given = {o.text: o["value"] for o in head.page.select("[name=permissions] option")}
    wanted = [
        given[f"Desk | {right}"]
        for right in (
            "borrower | Can add borrower",
            "borrower | Can view borrower",
            "loan | Can view loan",
            "item | Can view item",
        )
    ]
    head.press("Save", permissions=wanted)
    assert django.colleague("reader").go("/admin/").press("Borrowers").find("Add borrower")
    assert not flask.colleague("head").go("/admin/").find("(?i)groups|roles|permissions")


def test_an_account_without_a_password_is_refused(client):
    head = client.colleague("head").open_account("hollow", "Desk", password="")
    assert not head.go("/admin/").press("Users").rows("hollow")


def test_a_weak_password_is_refused_by_django_only(flask, django):
    for client, accepted in [(flask, True), (django, False)]:
        head = client.colleague("head").open_account("weak", "Desk", password="1234")
        assert bool(head.go("/admin/").press("Users").rows("weak")) is accepted


def test_django_skips_a_rule_on_a_field_left_out(django):
    code = """
from desk.models import Borrower, Item, Loan
from django.forms import modelform_factory
item = Item.objects.create(number='shell', name='Tripod')
ada = Borrower.objects.create(name='Ada', email='ada@example.org')
Loan.objects.create(item=item, borrower=ada, due_on='2026-12-18')
fields = ['item', 'borrower', 'lent_on', 'due_on']
sent = {'item': item.pk, 'borrower': ada.pk, 'lent_on': '2026-12-11', 'due_on': '2026-12-18'}
for more in ([], ['returned_on']):
    form = modelform_factory(Loan, fields=fields + more)(sent)
    print(form.is_valid(), *form.non_field_errors())
"""
    said = django.app.run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    assert said.splitlines() == ["True", f"False {TAKEN}"]


def test_deleting_a_django_account_deletes_its_history(django):
    head = django.colleague("head").open_account("gone", "Desk")
    gone = django.stranger().log_in("gone").add("Items", number="last", name="Camera")
    history = gone.press("last").press("History").answer.url
    assert head.go(history).rows("gone")
    head.go("/admin/").press("Users").press("gone").press("Delete").press("Yes, I.m sure")
    assert head.go(history).answer.is_success and not head.rows("gone")


@pytest.fixture
def bare():
    """Flask-Admin as it comes, on a table with a rule of its own."""
    db, app = SQLAlchemy(), Flask(__name__)
    app.config |= {"SECRET_KEY": "test", "SQLALCHEMY_DATABASE_URI": "sqlite://"}

    class Loan(db.Model):
        __table_args__ = (
            db.Index("one", "item", unique=True, sqlite_where=db.text("day IS NULL")),
        )
        id: Mapped[int] = mapped_column(primary_key=True)
        item: Mapped[str]
        day: Mapped[dt.date | None]

    db.init_app(app)
    Babel(app)
    Admin(app).add_view(ModelView(Loan, db))
    with app.app_context():
        db.create_all()
        yield app.test_client()


def test_flask_admin_as_it_comes_shows_sql(bare):
    bare.post("/admin/loan/new/", data={"item": "camera"})
    assert "INSERT INTO loan" in bare.post("/admin/loan/new/", data={"item": "camera"}).text
