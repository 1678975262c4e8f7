"""The site of docs/examples/static-site-one-form, and both receivers of its form."""

import email
import email.policy
import socket
import sqlite3
from contextlib import closing

import httpx
import pytest
from aiosmtpd.controller import Controller
from bs4 import BeautifulSoup

from harness import ROOT

SITE = ROOT / "docs/examples/static-site-one-form/site"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
QUESTION = {"email": "ann@example.com", "text": "The second letter came today. What now?"}


class Postbox:
    """The office's mail server on loopback: it keeps what it takes, or takes nothing."""

    letters, answer = [], "250 taken"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters += [letter] if self.answer.startswith("250") else []
        return self.answer


@pytest.fixture(scope="module", autouse=True)
def server():
    """The mail server that both receivers are told of in their environment."""
    box = Postbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    with pytest.MonkeyPatch.context() as env:
        env.setenv("MAIL_HOST", "127.0.0.1")
        env.setenv("MAIL_PORT", str(port))
        yield box
    controller.stop()


@pytest.fixture(autouse=True)
def postbox(server):
    """The mail server, empty and at work at the start of each test."""
    server.letters, server.answer = [], "250 taken"
    return server


def page(path):
    return BeautifulSoup((SITE / path.removeprefix("/")).read_text(), "html.parser")


@pytest.fixture
def visitor(app, request):
    """Somebody with an address of their own, who fills in the form of the page."""
    form = page("contact.html").form
    empty = {field["name"]: "" for field in form.select("input[name], textarea[name]")}
    own = f"127.0.1.{sum(map(ord, request.node.name)) % 250 + 1}"

    def send(at=own, headers=None, **values):
        assert set(empty) >= set(values)
        way = httpx.HTTPTransport(local_address=at)
        with httpx.Client(base_url=app.url, transport=way, timeout=20) as client:
            return client.post(form["action"], data=empty | QUESTION | values, headers=headers)

    return send


def rows(app, table, do="SELECT * FROM {}"):
    name = table if app.framework == "flask" else f"contact_{table}"
    with closing(sqlite3.connect(app.data / "messages.sqlite3")) as database, database:
        return database.execute(do.format(name)).fetchall()


def test_the_pages_are_files_and_load_nothing_from_elsewhere():
    for file in SITE.iterdir():
        assert not page(file.name).select("script, img, iframe, link, [src]")
        for link in page(file.name).select("a[href]"):
            assert (SITE / link["href"]).is_file()


def test_a_message_is_kept_and_mailed(visitor, app, postbox):
    assert page(visitor().headers["location"]).h1.text == "Thank you"
    assert rows(app, "message")[-1][1:] == (*QUESTION.values(), 1)
    (letter,) = postbox.letters
    assert letter["To"] == "office@example.org" and letter["Reply-To"] == "ann@example.com"
    assert letter.get_content().strip() == QUESTION["text"]


def test_a_program_that_fills_the_hidden_field_is_thanked_and_ignored(visitor, app, postbox):
    before = rows(app, "message")
    assert visitor(website="https://spam.example").headers["location"] == "/thanks.html"
    assert rows(app, "message") == before and not postbox.letters


def test_the_sixth_message_in_an_hour_is_refused(visitor, app, postbox):
    forged = [{"X-Forwarded-For": f"192.0.2.{number}"} for number in range(6)]
    answers = [visitor(headers=headers).status_code for headers in forged]
    assert answers == [302] * 5 + [429] and len(postbox.letters) == 5
    assert visitor(at="127.0.2.1").is_redirect
    long_ago = "1" if app.framework == "flask" else "'2026-01-01'"
    rows(app, "sender", f"UPDATE {{}} SET at = {long_ago}")
    assert visitor().is_redirect
    assert len(rows(app, "sender")) == 1  # the older addresses are forgotten


def test_a_message_outlives_a_mail_server_that_is_away(visitor, app, postbox):
    postbox.answer = "451 come back later"
    assert visitor(text="Still there?").is_redirect
    assert rows(app, "message")[-1][2:] == ("Still there?", 0) and not postbox.letters
    assert "was not mailed" in app.output()


WRONG = {
    "header": {"email": "ann@example.com\nBcc: all@example.com"},
    "two": {"email": "ann@example.com, all@example.com"},
    "none": {"email": "ann"},
    "empty": {"text": " "},
    "long": {"text": "x" * 5001},
    "huge": {"text": "x" * 70_000},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_question_is_refused(visitor, app, postbox, wrong):
    before = rows(app, "message")
    assert visitor(**WRONG[wrong]).status_code in (400, 413)
    assert rows(app, "message") == before and not postbox.letters


def test_only_django_sees_that_a_domain_cannot_be_one(flask, django):
    wrong = QUESTION | {"email": "ann@example..com"}
    assert flask.post("/send", data=wrong).is_redirect
    assert "valid email" in django.post("/send", data=wrong).text


def test_the_receiver_is_one_file_in_flask_and_seven_in_django(served):
    files = [f for f in served("django").shown.folder.rglob("*.py") if f.read_text()]
    assert len(files) == 7 and served("flask").shown.module == "flask_app"
