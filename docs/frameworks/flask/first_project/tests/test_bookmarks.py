"""What the app promises. Each test has a database of its own, in memory."""

import pytest
from bookmarks import create_app
from bookmarks.models import Bookmark, db
from werkzeug.security import generate_password_hash

BOOK = {"title": "The Flask docs", "url": "https://flask.palletsprojects.com/"}
PASSWORD = "correct horse"
HASH = generate_password_hash(PASSWORD)


@pytest.fixture
def client():
    app = create_app(
        TESTING=True,
        WTF_CSRF_ENABLED=False,
        SQLALCHEMY_DATABASE_URI="sqlite://",
        OWNER_HASH=HASH,
    )
    app.test_cli_runner().invoke(args=["init-db"])
    with app.app_context():
        db.session.add(Bookmark(**BOOK))
        db.session.commit()
    return app.test_client()


@pytest.fixture
def owner(client):
    client.post("/log-in/", data={"password": PASSWORD})
    return client


def test_everybody_reads_the_list(client):
    assert BOOK["title"] in client.get("/").text


def test_a_program_reads_it_as_json(client):
    assert client.get("/bookmarks.json").json == {"bookmarks": [BOOK]}


def test_a_stranger_has_to_log_in(client):
    assert client.post("/add/", data=BOOK).location == "/log-in/"


def test_a_wrong_password_does_not_help(client):
    response = client.post("/log-in/", data={"password": "battery staple"})
    assert "This is not the password." in response.text


def test_the_owner_adds_a_bookmark(owner):
    new = {"title": "Werkzeug", "url": "https://werkzeug.palletsprojects.com/"}
    assert owner.post("/add/", data=new).location == "/"
    assert owner.get("/bookmarks.json").json == {"bookmarks": [new, BOOK]}


def test_an_address_that_is_none_is_refused(owner):
    response = owner.post("/add/", data={"title": "Bad", "url": "javascript:alert(1)"})
    assert response.status_code == 200 and 'role="alert"' in response.text


def test_the_owner_logs_out(owner):
    owner.post("/log-out/")
    assert owner.get("/add/").location == "/log-in/"
