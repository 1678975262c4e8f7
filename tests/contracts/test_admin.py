"""What both apps of docs/compare/admin promise, and where they differ."""

import re
import runpy
import sqlite3
from urllib.parse import urljoin

import httpx
import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask_admin import Admin
from flask_admin.actions import action
from flask_admin.contrib.sqla import ModelView
from flask_babel import Babel
from flask_sqlalchemy import SQLAlchemy

from harness import ROOT

HOME = ROOT / "docs/compare/admin"
PREPARE = {
    "flask": [
        "flask init-db",
        "flask auth create anna --editor --password secret",
        "flask auth create carl --password secret",
    ],
    "django": [
        "python manage.py migrate",
        "env DJANGO_SUPERUSER_PASSWORD=secret python manage.py createsuperuser"
        " --noinput --username anna --email anna@example.com",
    ],
}
SCREENS = {
    "flask": {
        "login": ("/login/", "form", "name"),
        "list": "/admin/product/",
        "search": "?search=",
        "filters": "#filter-groups-data",
        "published": "?flt0_0=1",
        "add": "new/",
        "edit": "edit/?id={}",
        "form": "form.admin-form",
        "actions": "#action_form",
        "act": "action/",
        "rows": "rowid",
    },
    "django": {
        "login": ("/admin/login/", "#login-form", "username"),
        "list": "/admin/shop/product/",
        "search": "?q=",
        "filters": "#changelist-filter",
        "published": "?published__exact=1",
        "add": "add/",
        "edit": "{}/change/",
        "form": "#product_form",
        "actions": "#changelist-form",
        "act": "",
        "rows": "_selected_action",
    },
}


class Office:
    """A browser in the back office: it reads a form from the page, fills it in and sends it."""

    def __init__(self, app, framework):
        self.app, self.framework, self.screen = app, framework, SCREENS[framework]
        self.session = httpx.Client(base_url=app.url, timeout=20)
        self.list = self.screen["list"]

    def page(self, path):
        return BeautifulSoup(self.session.get(path).text, "html.parser")

    def send(self, path, form, **fields):
        """Send the form of a page; a field that is None is left out, as an empty tick box is."""
        form, sent = self.page(path).select_one(form), {}
        for field in form.select("input[name]:not([type=submit]), button[name]"):
            box = field.get("type") in ("checkbox", "radio")
            if not box or field.has_attr("checked"):
                sent[field["name"]] = field.get("value", "on" if box else "")
        for select in form.select("select[name]"):
            sent[select["name"]] = [o["value"] for o in select.select("option[selected]")]
        sent = {name: value for name, value in (sent | fields).items() if value is not None}
        return self.session.post(urljoin(path, form.get("action") or ""), data=sent)

    def log_in(self, name, password="secret"):
        path, form, user = self.screen["login"]
        return self.send(path, form, **{user: name, "password": password})

    def add(self, sku, **fields):
        row = {"sku": sku, "name": f"Product {sku}", "stock": "5", "published": "on"} | fields
        return self.send(self.list + self.screen["add"], self.screen["form"], **row)

    def rows(self, query=""):
        """The stock-keeping units that the list shows."""
        cells = self.page(self.list + query).select("td.col-sku, th.field-sku, td.field-sku")
        return {cell.text.strip() for cell in cells}

    def path(self, sku):
        """The address of the page on which a record is edited."""
        links = self.page(self.list + self.screen["search"] + sku).select("tr a[href]")
        number = r"(?:edit/\?id=|product/)(\d+)"
        numbers = [n[1] for link in links if (n := re.search(number, link["href"]))]
        return self.list + self.screen["edit"].format(numbers[0])

    def edit(self, sku, **fields):
        return self.send(self.path(sku), self.screen["form"], **fields)

    def delete_path(self, path):
        if self.framework == "flask":
            return self.list + "delete/"
        return path.replace("change", "delete")

    def delete(self, sku):
        if self.framework == "flask":  # a button in the row
            return self.send(self.list + self.screen["search"] + sku, "form.icon")
        return self.send(self.delete_path(self.path(sku)), "#content form")  # a page that asks

    def withdraw(self, *skus):
        ids = [re.search(r"\d+", self.path(sku))[0] for sku in skus]
        chosen = {"action": "withdraw", self.screen["rows"]: ids}
        return self.send(self.list, self.screen["actions"], **chosen)

    def public(self):
        """What visitors see: stock-keeping unit → stock."""
        shown = httpx.get(self.app.url + "/products/").json()["products"]
        return {product["sku"]: product["stock"] for product in shown}


def hire(office, name, permission):
    """In Django, a superuser adds staff on the admin's own pages. No code of ours is involved."""
    added = office.send(
        "/admin/auth/user/add/", "#user_form", username=name, password1="secret", password2="secret"
    )
    path = added.headers["location"]
    option = office.page(path).find("option", string=re.compile(permission))
    saved = office.send(path, "#user_form", is_staff="on", user_permissions=option["value"])
    assert saved.is_redirect


@pytest.fixture(scope="module")
def enter(served):
    """Log in once a module: `enter("flask", "anna")` → an `Office`."""
    offices = {}

    def enter(framework, name):
        if (framework, name) not in offices:
            office = Office(served(framework), framework)
            if (framework, name) == ("django", "carl"):
                hire(enter("django", "anna"), "carl", "Can view product")
            response = office.log_in(name)
            assert response.is_redirect, response.text
            offices[framework, name] = office
        return offices[framework, name]

    yield enter
    for office in offices.values():
        office.session.close()


@pytest.fixture(params=SCREENS)
def framework(request):
    return request.param


@pytest.fixture
def office(framework, enter):
    """The back office as Anna sees it, who may do everything."""
    return enter(framework, "anna")


@pytest.fixture
def carls(framework, enter):
    """The back office as Carl sees it, who may only look."""
    return enter(framework, "carl")


@pytest.fixture
def stranger(framework, served):
    """The back office as somebody sees it who has not logged in."""
    office = Office(served(framework), framework)
    yield office
    office.session.close()


def test_a_stranger_is_sent_to_the_log_in(stranger):
    for path in ("/admin/", stranger.list, stranger.list + stranger.screen["add"]):
        response = stranger.session.get(path)
        assert response.status_code == 302 and "/login/" in response.headers["location"]


def test_a_wrong_password_does_not_open_the_door(stranger):
    assert stranger.log_in("anna", "guess").status_code == 200
    assert stranger.session.get(stranger.list).status_code == 302


def test_who_logs_out_is_a_stranger_again(stranger):
    assert stranger.log_in("anna").is_redirect
    assert stranger.session.get(stranger.list).status_code == 200
    if stranger.framework == "flask":
        stranger.session.get("/logout/")
    else:
        stranger.send("/admin/", "#logout-form")
    assert stranger.session.get(stranger.list).status_code == 302


def test_staff_list_search_edit_and_delete_records(office):
    for sku in ("tea", "tray"):
        assert office.add(sku).is_redirect
    assert {"tea", "tray"} <= office.rows()
    assert office.rows(office.screen["search"] + "Product tra") == {"tray"}
    assert office.edit("tea", stock="7").is_redirect
    assert office.public()["tea"] == 7
    assert office.delete("tea").is_redirect
    assert "tea" not in office.rows() and "tea" not in office.public()
    assert "tray" in office.public()


def test_staff_filter_the_list(office):
    office.add("open")
    office.add("hidden", published=None)
    assert "Published" in str(office.page(office.list).select_one(office.screen["filters"])).title()
    shown = office.rows(office.screen["published"])
    assert "open" in shown and "hidden" not in shown


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("sku", "cup", "already exists"),
        ("name", "", "field is required"),
        ("stock", "-1", "greater than or equal to 0|at least 0"),
    ],
)
def test_what_is_wrong_comes_back_with_the_reason(office, field, value, error):
    if "cup" not in office.rows():
        office.add("cup")
    response = office.add(**{"sku": "cap", field: value})
    assert response.status_code == 200 and re.search(error, response.text, re.IGNORECASE)
    assert "cap" not in office.rows()


def test_a_read_only_value_cannot_be_sent(office):
    office.add("old", added="1999-12-31", added_0="1999-12-31", added_1="00:00")
    shown = office.page(office.list + office.screen["search"] + "old").text
    assert "old" in shown and "1999" not in shown


def test_an_action_changes_the_selected_rows_only(office):
    for sku in ("axe", "adze", "awl"):
        office.add(sku)
    assert office.withdraw("axe", "awl").is_redirect
    assert "2 withdrawn" in office.page(office.list).text
    assert "adze" in office.public() and not {"axe", "awl"} & set(office.public())


def test_a_form_without_its_token_changes_nothing(office):
    row = {"sku": "forged", "name": "Forged", "stock": "1", "published": "on"}
    office.session.post(office.list + office.screen["add"], data=row)
    assert "forged" not in office.rows()
    assert office.add(**row).is_redirect


def test_who_may_only_look_cannot_change_anything(office, carls):
    office.add("safe")
    path, row = office.path("safe"), {"sku": "safe", "name": "Safe", "stock": "9"}
    assert "safe" in carls.rows()
    assert "withdraw" in str(office.page(office.list))
    assert "withdraw" not in str(carls.page(carls.list))
    button = "form[action$='/delete/'], a.deletelink"
    for page in (office.list, path):  # Flask-Admin's is on the list, Django's on the record
        assert not carls.page(page).select(button)
    assert office.page(office.list).select(button) or office.page(path).select(button)
    token = {"X-CSRFToken": carls.session.cookies.get("csrftoken", "")}
    identity = re.search(r"\d+", path)[0]
    refusals = {"flask": [302], "django": [403, 200]}[carls.framework]
    act = {"action": "withdraw", "index": "0", carls.screen["rows"]: identity}
    for address, data in [
        (carls.list + carls.screen["add"], row | {"sku": "new"}),
        (path, row),
        (carls.delete_path(path), {"id": identity, "post": "yes"}),
        (carls.list + carls.screen["act"], act),
    ]:
        response = carls.session.post(address, data=data, headers=token)
        assert response.status_code in refusals
    assert office.public()["safe"] == 5 and "new" not in office.rows()


def test_django_staff_get_permissions_for_each_model_and_verb_without_code(enter):
    anna, carl = enter("django", "anna"), enter("django", "carl")  # see `hire`
    anna.add("bowl")
    options = anna.page("/admin/auth/group/add/").select("option")
    offered = {option.text.split(" | ")[-1] for option in options}
    assert {f"Can {verb} product" for verb in ("add", "change", "delete", "view")} <= offered
    path = anna.path("bowl")
    assert carl.session.get(carl.list).status_code == carl.session.get(path).status_code == 200
    for refused in (carl.list + "add/", carl.delete_path(path), "/admin/auth/user/"):
        assert carl.session.get(refused).status_code == 403


def test_django_keeps_who_changed_which_field_and_when(enter):
    office = enter("django", "anna")
    office.add("jug")
    office.edit("jug", stock="8")
    history = office.page(office.path("jug").replace("change", "history"))
    history = history.select("#change-history tbody tr")
    cells = [[cell.text for cell in row.select("td")] for row in history]
    assert [who for who, _ in cells] == ["anna", "anna"]
    assert {what for _, what in cells} == {"Added.", "Changed Stock."}
    assert all(row.select_one("th").text.strip() for row in history)


def test_django_keeps_no_values_and_does_not_see_an_action_that_updates(enter):
    office = enter("django", "anna")
    office.add("keg", stock="4321")
    office.edit("keg", stock="1234")
    office.withdraw("keg")
    history = office.page(office.path("keg").replace("change", "history"))
    history = history.select_one("#change-history")
    assert len(history.select("tbody tr")) == 2
    assert "4321" not in history.text and "1234" not in history.text


def test_flask_admin_keeps_no_history(enter):
    office = enter("flask", "anna")
    office.add("pan")
    office.edit("pan", stock="8")
    with sqlite3.connect(office.app.data / "shop.sqlite3") as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_schema")}
        assert {name for name in tables if not name.startswith("sqlite_")} == {"product", "staff"}
        columns = {row[1] for row in database.execute("PRAGMA table_info(product)")}
    assert columns == {"id", "sku", "name", "stock", "published", "added"}


class Open(ModelView):
    """A view as the first example of Flask-Admin's documentation has it: no rule at all."""

    @action("empty", "Empty")
    def empty(self, ids):
        self.session.session.execute(self.model.__table__.update().values(name="emptied"))
        self.session.session.commit()


class LookOnly(Open):
    can_create = can_edit = can_delete = False


@pytest.fixture
def bare():
    """A function that makes an app with one record and one view, and a client for it."""

    def make(view):
        app = Flask(__name__)
        app.config.update(SECRET_KEY="test", SQLALCHEMY_DATABASE_URI="sqlite://")
        db = SQLAlchemy(app)

        class Thing(db.Model):
            id = db.Column(db.Integer, primary_key=True)
            name = db.Column(db.String(20))

        Babel(app)
        Admin(app).add_view(view(Thing, db))
        with app.app_context():
            db.create_all()
            db.session.add(Thing(name="first"))
            db.session.commit()
        return app.test_client()

    return make


def test_flask_admin_is_open_to_anybody_until_a_view_is_protected(bare):
    stranger = bare(Open)
    assert stranger.get("/admin/").status_code == 200
    response = stranger.get("/admin/thing/")
    assert response.status_code == 200 and "first" in response.text


def test_flask_admin_lets_whoever_enters_a_view_write_and_asks_for_no_token(bare):
    visitor = bare(Open)
    assert "csrf" not in visitor.get("/admin/thing/new/").text
    visitor.post("/admin/thing/new/", data={"name": "second"})
    visitor.post("/admin/thing/edit/?id=2", data={"name": "edited"})
    visitor.post("/admin/thing/delete/", data={"id": "1"})
    shown = visitor.get("/admin/thing/").text
    assert "edited" in shown and "first" not in shown


def test_flask_admin_tells_your_hook_of_each_record_that_a_form_changes(bare):
    seen = []

    class Watched(Open):
        def on_model_change(self, form, model, is_created):
            seen.append((model.name, is_created))

    visitor = bare(Watched)
    visitor.post("/admin/thing/new/", data={"name": "second"})
    visitor.post("/admin/thing/edit/?id=2", data={"name": "edited"})
    visitor.post("/admin/thing/action/", data={"action": "empty", "rowid": "1"})
    assert seen == [("second", True), ("edited", False)]


def test_flask_admin_runs_your_action_for_whoever_may_look(bare):
    visitor = bare(LookOnly)
    visitor.post("/admin/thing/edit/?id=1", data={"name": "edited"})
    assert "first" in visitor.get("/admin/thing/").text
    visitor.post("/admin/thing/action/", data={"action": "empty", "rowid": "1"})
    assert "emptied" in visitor.get("/admin/thing/").text


def test_django_runs_your_action_for_whoever_may_look_unless_it_names_a_permission(enter):
    enter("django", "carl")
    code = """
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory
from shop.admin import ProductAdmin
from shop.models import Product

class Careless(ProductAdmin):
    @admin.action
    def withdraw(self, request, queryset): ...

request = RequestFactory().get("/")
request.user = User.objects.get(username="carl")
for kind in (Careless, ProductAdmin):
    print(sorted(kind(Product, admin.site).get_actions(request)))
"""
    command = ["python", "manage.py", "shell", "-v", "0", "-c", code]
    out = enter("django", "anna").app.run(command).stdout
    assert out.splitlines() == ["['withdraw']", "[]"]


def test_flask_admin_serves_its_own_styles_and_django_leaves_them_to_you(enter):
    styles = {}
    for framework in SCREENS:
        office = enter(framework, "anna")
        href = office.page("/admin/").select_one("link[rel=stylesheet]")["href"]
        styles[framework] = href, office.session.get(href).status_code
    assert styles["flask"][1] == 200
    assert styles["django"][1] == 404
    app = enter("django", "anna").app
    app.run("python manage.py collectstatic --noinput")
    assert (app.data / styles["django"][0].lstrip("/")).is_file()


def test_startproject_writes_every_setting_that_the_admin_needs(tmp_path, served):
    served("django").run(["python", "-m", "django", "startproject", "fresh", str(tmp_path)])
    fresh = runpy.run_path(tmp_path / "fresh/settings.py")
    shown = runpy.run_path(HOME / "django_app/config/settings.py")
    assert shown["INSTALLED_APPS"] == [*fresh["INSTALLED_APPS"], "shop"]
    assert shown["MIDDLEWARE"] == fresh["MIDDLEWARE"]
    assert shown["TEMPLATES"][0]["OPTIONS"] == fresh["TEMPLATES"][0]["OPTIONS"]


def own_lines(name):
    """Lines of code: no blank lines, comments, markers or docstrings of one line."""
    lines = [line.strip() for line in (HOME / name).read_text().splitlines()]
    return sum(not line.startswith(("#", '"""')) for line in lines if line)


def test_the_back_office_in_lines_of_own_code():
    admin, log_in = "flask_app/admin.py", ("flask_app/auth.py", "flask_app/templates/login.html")
    assert own_lines(admin) == 38
    assert sum(map(own_lines, log_in)) == 62
    assert own_lines("django_app/shop/admin.py") == 13
