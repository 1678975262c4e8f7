"""What both tools of docs/examples/team-knows-one let the harbour's clerks do."""

import re
import sqlite3
from contextlib import closing

import pytest

PREPARE = {
    "flask": ["python harbour_program.py"],
    "django": [
        "python ../harbour_program.py",
        "python manage.py migrate",
        "python manage.py loaddata clerks",
    ],
}
EDIT = {
    "flask": {"holder": "/admin/holder/edit/?id=7", "berth": "/admin/berth/edit/?id=A01"},
    "django": {
        "holder": "/admin/harbour/holder/7/change/",
        "berth": "/admin/harbour/berth/A01/change/",
    },
}
LIST = {
    "flask": "/admin/holder/?search=",
    "django": "/admin/harbour/holder/?q=",
}
KEY = {"holder": "7", "berth": "A01"}
CLERK = {"X-Remote-User": "clerk"}


@pytest.fixture
def clerk(client):
    """Somebody whom the sign-on proxy has let through."""
    client.headers.update(CLERK)
    return client


@pytest.fixture
def edit(app):
    """The addresses of the screens."""
    return EDIT[app.framework]


def token(client, url):
    return dict(re.findall(r'name="(csrf\w+)"[^>]*value="([^"]+)', client.get(url).text))


def send_form(client, url, **values):
    return client.post(url, data=token(client, url) | values)


def harbour(app, query):
    with closing(sqlite3.connect(app.data / "harbour.sqlite3")) as database:
        return database.execute(query).fetchall()


def test_clerks_find_and_correct_what_the_program_keeps(clerk, edit, app):
    found = clerk.get(f"{LIST[app.framework]}lun").text
    assert "Ada Lund" in found and "Ben Moe" not in found
    sent = {"name": "Ada Lund", "address": "Mole 5"}
    assert send_form(clerk, edit["holder"], **sent).status_code == 302
    assert send_form(clerk, edit["berth"], length_cm=950).status_code == 302
    assert harbour(app, "SELECT address FROM hb_holder WHERE no = 7") == [("Mole 5",)]
    assert harbour(app, "SELECT length_cm FROM hb_berth WHERE code = 'A01'") == [(950,)]


def test_clerks_add_and_delete_nothing_and_change_no_key(clerk, edit, app):
    rows = "SELECT h.no, b.code, c.* FROM hb_holder h, hb_berth b, hb_contract c"
    before = harbour(app, rows)
    sent = {"no": 9, "code": "X", "name": "Eve", "address": "Quay 9", "length_cm": 1, "id": 7}
    for kind, url in edit.items():
        start, sent = url[: url.index(kind) + len(kind)], sent | token(clerk, url)
        for end in ("/add/", "/new/", "/delete/", "/7/delete/", "/A01/delete/"):
            clerk.post(f"{start}{end}", data=sent | {"post": "yes"})
        clerk.post(url, data=sent | {"fee": 1})
        chosen = {"rowid": KEY[kind], "_selected_action": KEY[kind], "post": "yes"}
        clerk.post(f"{start}/action/", data=sent | chosen | {"action": "delete"})
        clerk.post(f"{start}/", data=sent | chosen | {"action": "delete_selected"})
    contract = {"hb_berth": "A01", "hb_holder": 8, "year": 2027, "fee": 1}
    clerk.post("/admin/contract/edit/?id=A01,2027", data=sent | contract)
    gone = {"action": "delete", "rowid": "A01,2027"}
    clerk.post("/admin/contract/action/", data=sent | gone)
    assert harbour(app, rows) == before


def test_the_harbours_database_gets_no_table(clerk, edit, app):
    assert clerk.get(edit["berth"]).status_code == 200
    tables = harbour(app, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    assert tables == [("hb_berth",), ("hb_contract",), ("hb_holder",)]


def test_who_is_shut_out_at_the_sign_on_is_out_at_once(clerk, edit):
    assert clerk.get(edit["holder"]).status_code == 200
    del clerk.headers["X-Remote-User"]  # the cookies are still there
    answer = clerk.get(edit["holder"])
    assert answer.status_code in (302, 403) and "Lund" not in answer.text


def test_a_form_without_its_token_changes_nothing(clerk, edit, app):
    answer = clerk.post(edit["berth"], data={"length_cm": 2})
    assert answer.status_code in (400, 403)
    assert harbour(app, "SELECT 1 FROM hb_berth WHERE length_cm = 2") == []


def test_a_table_with_two_key_columns_is_a_screen_in_flask_admin_only(flask, django):
    assert "840" in flask.get("/admin/contract/", headers=CLERK).text
    assert "A01 2027: Ben Moe, 840" in django.get(EDIT["django"]["berth"], headers=CLERK).text
    assert "contract/" not in django.get("/admin/", headers=CLERK).text


def test_only_django_keeps_who_corrected_what(flask, django, served):
    for client in (flask, django):
        client.headers["X-Remote-User"] = "dora"
        url = EDIT["flask" if client is flask else "django"]["berth"]
        assert send_form(client, url, length_cm=960).status_code == 302
    history = django.get("/admin/harbour/berth/A01/history/").text
    assert "dora" in history and "Changed Length cm" in history
    assert {file.name for file in served("flask").data.glob("*.sqlite3")} == {"harbour.sqlite3"}


def test_django_keeps_a_row_for_each_clerk(django, served):
    django.get("/admin/", headers={"X-Remote-User": "emil"})
    with closing(sqlite3.connect(served("django").data / "own.sqlite3")) as database:
        query = "SELECT is_staff, is_superuser FROM auth_user WHERE username = 'emil'"
        assert database.execute(query).fetchall() == [(1, 0)]
