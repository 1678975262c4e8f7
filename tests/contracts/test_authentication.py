"""What both apps of docs/compare/authentication promise, and where they differ."""

import email
import functools
import itertools
import json
import re
import runpy
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

import django as django_package
import httpx
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from flask import Flask, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user
from werkzeug.security import generate_password_hash
from werkzeug.utils import redirect

PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}

GOOD, BETTER = "correct horse battery", "staple in the attic"
NUMBERS = itertools.count(1)
COLUMN = {"flask": ("user", "password_hash"), "django": ("accounts_user", "password")}


def submit(client, path, **values):
    """Fill in a form as a browser does, hidden fields included."""
    page = client.get(path, follow_redirects=True)
    form = BeautifulSoup(page.text, "html.parser").form
    hidden = {i["name"]: i["value"] for i in form.find_all("input", type="hidden")}
    return client.post(page.url.join(form.get("action", "")), data=hidden | values)


def register(client, password=GOOD, **values):
    """Register somebody new and return the name."""
    name = f"user{next(NUMBERS)}"
    mail = f"{name}@example.com"
    new = {"username": name, "email": mail, "password1": password, "password2": password}
    return submit(client, "/accounts/register/", **new | values), name


def log_in(client, name, password=GOOD, to=""):
    return submit(client, f"/accounts/login/{to}", username=name, password=password)


def inside(client):
    """Is this client logged in?"""
    return client.get("/account/").status_code == 200


def again(client):
    """Another client with the cookies that this one has now."""
    return httpx.Client(base_url=client.base_url, cookies=client.cookies, timeout=20)


@functools.cache
def registered(url):
    with httpx.Client(base_url=url, timeout=20) as client:
        return register(client)[1]


@pytest.fixture
def member(client):
    """The name of somebody who registered with the app once and never changes the password."""
    return registered(str(client.base_url))


@pytest.fixture
def newcomer(client):
    """The name of somebody who has just registered."""
    return register(client)[1]


@pytest.fixture(scope="module")
def fresh(served, tmp_path_factory):
    """The settings of a new project."""
    folder = tmp_path_factory.mktemp("fresh")
    served("django").run(["django-admin", "startproject", "fresh", str(folder)])
    return runpy.run_path(folder / "fresh/settings.py")


def hash_of(app, name, new=None):
    """What the database holds as the password of a user; `new` replaces it first."""
    table, column = COLUMN[app.framework]
    with sqlite3.connect(app.data / "db.sqlite3") as db:
        if new:
            db.execute(f"UPDATE {table} SET {column} = ? WHERE username = ?", (new, name))
        query = f"SELECT {column} FROM {table} WHERE username = ?"
        return db.execute(query, (name,)).fetchone()[0]


def ask_for_reset(client, app, address):
    """Ask for a new password; return the answer and the link that was mailed, if any."""
    for old in (app.data / "mail").glob("*"):
        old.unlink()
    response = submit(client, "/accounts/password_reset/", email=address)
    for file in (app.data / "mail").glob("*"):
        mail = email.message_from_bytes(file.read_bytes())
        assert mail["To"] == address
        return response, re.search(r"http://\S+", mail.get_payload(decode=True).decode())[0]
    return response, None


def test_who_registers_can_log_in_and_out(client, member):
    assert not inside(client)
    assert log_in(client, member).is_redirect
    assert member in client.get("/account/").text
    assert submit(client, "/account/").is_redirect  # its only form logs out
    assert not inside(client)


def test_registration_refuses_bad_input(client, member):
    for wrong in (
        {"username": member},
        {"username": member.upper()},
        {"email": f"{member}@example.com"},
        {"email": "nobody"},
        {"password1": "short", "password2": "short"},
        {"password2": BETTER},
    ):
        assert register(client, **wrong)[0].status_code == 200, wrong


def test_a_stranger_is_sent_to_the_log_in_and_back(client, member):
    response = client.get("/account/?tab=2")
    assert response.is_redirect
    there = urlsplit(response.headers["location"])
    assert there.path == "/accounts/login/"
    back = log_in(client, member, to=f"?{there.query}")
    assert back.headers["location"] == "/account/?tab=2"


FOREIGN = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/\t/evil.example/",
    "https:evil.example/",
    "javascript:alert(1)",
)


def test_the_log_in_never_redirects_to_another_site(client, member):
    for target in FOREIGN:
        query = httpx.QueryParams(next=target)
        assert log_in(client, member, to=f"?{query}").headers["location"] == "/account/", target


def test_a_check_of_the_host_alone_lets_another_site_through():
    assert urlsplit("///evil.example/").netloc == ""
    assert redirect("///evil.example/").location == "///evil.example/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, member):
    texts = set()
    for name in (member, "nobody"):
        response = log_in(client, name, "not the password")
        assert response.status_code == 200
        page = BeautifulSoup(response.text, "html.parser")
        texts.add(page.get_text(" ", strip=True))
    assert len(texts) == 1 and not inside(client)


COUNT = {
    "flask": """
import hashlib
from unittest import mock
from flask_app import app
client = app.test_client()
app.config["WTF_CSRF_ENABLED"] = False
with mock.patch("hashlib.scrypt", wraps=hashlib.scrypt) as hashing:
    for name in ("nobody", "NAME"):
        client.post("/accounts/login/", data={"username": name, "password": "x"})
        print(hashing.call_count)
""",
    "django": """
from unittest import mock
from django.contrib.auth import authenticate
with mock.patch("django.contrib.auth.hashers.pbkdf2", return_value=b"") as hashing:
    for name in ("nobody", "NAME"):
        authenticate(username=name, password="x")
        print(hashing.call_count)
""",
}


def test_an_unknown_name_costs_a_hash_too(app, member):
    shell = {"flask": ["python", "-c"], "django": ["python", "manage.py", "shell", "-v0", "-c"]}
    which = app.framework
    counted = app.run([*shell[which], COUNT[which].replace("NAME", member)]).stdout
    assert counted.split() == ["1", "2"]


def test_log_out_needs_a_post(client, member):
    log_in(client, member)
    assert client.get("/accounts/logout/").status_code == 405
    assert inside(client)


def test_a_form_without_its_csrf_token_is_refused(client, member):
    log_in(client, member)
    for path in ("register", "login", "logout", "password_change", "password_reset"):
        assert client.post(f"/accounts/{path}/").status_code in (400, 403), path
    assert inside(client)


def test_a_visit_goes_on_after_the_log_in(client, member):
    client.get("/")
    log_in(client, member)
    assert "Visits: 2" in client.get("/").text


def test_the_session_id_changes_at_log_in_only_where_there_is_one(flask, django):
    for client, visits in ((flask, 2), (django, 1)):
        name = register(client)[1]
        client.get("/")
        with again(client) as before:
            log_in(client, name)
            assert inside(client) and not inside(before)
            # Django deleted the session behind the old cookie. Flask's cookie is the session.
            assert f"Visits: {visits}" in before.get("/").text


def test_a_copied_cookie_survives_the_log_out_in_flask_only(flask, django):
    for client, survives in ((flask, True), (django, False)):
        log_in(client, register(client)[1])
        with again(client) as copy:
            submit(client, "/account/")
            assert not inside(client)
            assert inside(copy) is survives


@pytest.mark.since(django="6.1")
def test_the_password_is_hashed_at_a_known_cost(served, flask, django):
    stored = hash_of(served("flask"), register(flask)[1])
    assert stored.startswith("scrypt:32768:8:1$")
    stored = hash_of(served("django"), register(django)[1])
    assert stored.startswith("pbkdf2_sha256$1500000$")


def test_an_old_hash_is_renewed_at_log_in_by_django_only(served, flask, django):
    weak = generate_password_hash(GOOD, "pbkdf2:sha256:1000")
    name = register(flask)[1]
    hash_of(served("flask"), name, new=weak)
    assert log_in(flask, name).is_redirect
    assert hash_of(served("flask"), name) == weak

    name = register(django)[1]
    hash_of(served("django"), name, new=PBKDF2PasswordHasher().encode(GOOD, "salt", 1000))
    assert log_in(django, name).is_redirect
    assert f"${PBKDF2PasswordHasher.iterations}$" in hash_of(served("django"), name)


def test_a_common_password_is_refused_by_a_new_django_project_only(served, fresh, flask, django):
    shown = runpy.run_path(served("django").shown.folder / "config/settings.py")
    assert shown["AUTH_PASSWORD_VALIDATORS"] == fresh["AUTH_PASSWORD_VALIDATORS"]
    for poor in ("12345678", "password", "user1000"):
        assert register(django, poor, username="user1000")[0].status_code == 200, poor
    assert register(flask, "12345678")[0].is_redirect


def change_password(client):
    new = {"new_password1": BETTER, "new_password2": BETTER}
    wrong = submit(client, "/accounts/password_change/", old_password="no", **new)
    assert wrong.status_code == 200
    right = submit(client, "/accounts/password_change/", old_password=GOOD, **new)
    assert right.is_redirect


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(client, newcomer):
    with again(client) as other:
        log_in(client, newcomer)
        log_in(other, newcomer)
        assert inside(other)
        change_password(client)
        assert inside(client) and not inside(other)
        assert log_in(other, newcomer, BETTER).is_redirect


def test_a_new_password_ends_other_sessions_unasked_in_django_only(django):
    """The Flask app of the page asks for it; this one is as short as Flask-Login allows."""
    log_in(django, register(django)[1])
    with again(django) as other:
        assert inside(other)
        change_password(django)
        assert not inside(other)

    class User(UserMixin):
        id, password_hash = 1, generate_password_hash(GOOD)

    user = User()
    app = Flask(__name__)
    app.secret_key = "for this test only"
    LoginManager(app).user_loader(lambda user_id: user if user_id == "1" else None)
    app.add_url_rule("/login", view_func=lambda: str(login_user(user)), endpoint="login")
    app.add_url_rule("/", view_func=lambda: str(current_user.is_authenticated))
    other = app.test_client()
    assert other.get("/").text == "False"
    other.get("/login")
    user.password_hash = generate_password_hash(BETTER)
    assert other.get("/").text == "True"


def reset(client, app):
    """Forget a password, follow the mailed link, log in with the new one."""
    name = register(client)[1]
    new = {"new_password1": BETTER, "new_password2": BETTER}
    with again(client) as other:
        log_in(other, name)
        assert inside(other)
        _, link = ask_for_reset(client, app, f"{name}@example.com")
        assert submit(client, link, **new).is_redirect
        assert not inside(other)
    assert log_in(client, name).status_code == 200
    assert log_in(client, name, BETTER).is_redirect
    used = client.get(link, follow_redirects=True)
    assert "new_password1" not in used.text


@pytest.mark.since(django="6.1")
def test_django_ships_a_reset_whose_mailed_link_works_once(django, served):
    reset(django, served("django"))


def test_a_reset_by_hand_in_flask_works_once_too(flask, served):
    reset(flask, served("flask"))


@pytest.mark.since(django="6.1")
def test_a_reset_tells_nobody_which_addresses_are_known(client, app, member):
    known, link = ask_for_reset(client, app, f"{member}@example.com")
    unknown, nothing = ask_for_reset(client, app, "stranger@example.com")
    assert link and not nothing
    assert known.headers["location"] == unknown.headers["location"]


def test_a_reset_link_never_names_a_host_that_the_visitor_made_up(client):
    forged = client.get("/accounts/password_reset/", headers={"host": "evil.example"})
    assert forged.status_code == 400


def test_flask_puts_any_host_in_a_link_until_told_which_to_trust():
    app = Flask(__name__)
    app.add_url_rule("/", "home", lambda: url_for("home", _external=True))
    forged = {"base_url": "http://evil.example"}
    assert app.test_client().get("/", **forged).text == "http://evil.example/"
    app.config["TRUSTED_HOSTS"] = ["localhost"]
    assert app.test_client().get("/", **forged).status_code == 400


@pytest.mark.since(django="6.1")
def test_the_reset_token_leaves_the_address_in_django_only(served, flask, django):
    for client, keeps in ((flask, True), (django, False)):
        name = register(client)[1]
        app = served("flask" if client is flask else "django")
        _, link = ask_for_reset(client, app, f"{name}@example.com")
        token = link.rstrip("/").rsplit("/", 1)[1]
        page = client.get(link, follow_redirects=True)
        assert "new_password1" in page.text
        assert (token in str(page.url)) is keeps


BOX = """
import json
from django.contrib.auth import urls
from django.db import connection
views = {path.name: path.callback.view_class.__module__ for path in urls.urlpatterns}
print(json.dumps({"views": views, "tables": connection.introspection.table_names()}))
"""


@pytest.fixture(scope="module")
def box(served):
    """The views that django.contrib.auth maps, and the tables that `migrate` made."""
    shell = ["python", "manage.py", "shell", "-v0", "-c", BOX]
    return json.loads(served("django").run(shell).stdout)


def test_django_ships_accounts_log_in_reset_groups_and_permissions(box, fresh):
    assert "django.contrib.auth" in fresh["INSTALLED_APPS"]
    assert {"login", "logout", "password_change", "password_reset"} <= set(box["views"])
    assert set(box["views"].values()) == {"django.contrib.auth.views"}
    assert {"accounts_user", "auth_group", "auth_permission"} <= set(box["tables"])


def test_django_ships_no_registration_view_and_no_log_in_template(box):
    assert not [name for name in box["views"] if "regist" in name or "sign" in name]
    templates = Path(django_package.__file__).parent.rglob("registration/*.html")
    names = {path.name for path in templates}
    assert "password_reset_form.html" in names and "login.html" not in names


def test_django_shows_the_pages_of_the_admin_until_you_write_your_own(django):
    for page, admins in (("password_reset/", False), ("password_reset/done/", True)):
        html = BeautifulSoup(django.get(f"/accounts/{page}").text, "html.parser")
        assert bool(html.find(id="site-name")) is admins, page
