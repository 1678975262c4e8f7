"""What both apps of docs/compare/email promise, and where they differ."""

import email
import email.policy
import socket
import threading

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from flask_mail import Mail, Message
from flask_mailman import EmailMessage
from flask_mailman import Mail as Mailman

ORDER = {"email": "ann@example.com", "name": "Ann O'Brien", "item": "Mug ☕"}


class Postbox:
    """A mail server on loopback that keeps what it is given."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append(letter)
        return "250 taken"

    def take(self):
        taken, self.letters = self.letters, []
        return taken


@pytest.fixture(scope="module", autouse=True)
def server():
    """The mail server that both apps are told of in their environment."""
    box = Postbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        box.port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    with pytest.MonkeyPatch.context() as env:
        for name, value in [("HOST", "127.0.0.1"), ("PORT", box.port)]:
            env.setenv(f"EMAIL_{name}", str(value))
            env.setenv(f"FLASK_MAIL_{name.replace('HOST', 'SERVER')}", str(value))
        yield box
    controller.stop()


@pytest.fixture(autouse=True)
def postbox(server):
    """The same server, empty at the start of each test."""
    server.take()
    return server


def test_an_order_is_confirmed_in_text_and_html_with_its_receipt_attached(client, postbox):
    assert client.post("/orders/", data=ORDER).status_code == 201
    [letter] = postbox.take()
    assert letter["from"] == "shop@example.com" and letter["to"] == "ann@example.com"
    [receipt] = letter.iter_attachments()
    assert receipt.get_filename() == "receipt.csv" and receipt.get_content_type() == "text/csv"
    assert receipt.get_payload(decode=True).decode().splitlines()[1] == "Mug ☕,Ann O'Brien"
    text, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert text.startswith("Dear Ann O'Brien, ")
    assert html.startswith("<p>Dear <b>Ann O&#")


def test_any_language_arrives(client, postbox):
    client.post("/orders/", data=ORDER | {"name": "Þóra 李"})
    [letter] = postbox.take()
    assert letter["subject"] == "Your order, Þóra 李"
    assert "Þóra 李" in letter.get_body(("plain",)).get_content()


@pytest.mark.parametrize("field", ["name", "email"])
def test_a_line_break_cannot_add_a_header(client, postbox, field):
    forged = ORDER | {field: "ann@example.com\nBcc: eve@example.com"}
    assert client.post("/orders/", data=forged).status_code == 500
    assert postbox.take() == []


def test_the_projects_own_test_sends_nothing(app, postbox):
    command = {
        "flask": "python -m pytest -q -p no:cacheprovider tests",
        "django": "python manage.py test",
    }
    done = app.run(command[app.framework])
    assert "1 passed" in done.stdout or "Ran 1 test" in done.stderr
    assert postbox.take() == []


def send_from_a_test(app, set_first):
    """Set TESTING before Flask-Mail reads the configuration, or after."""
    lines = [
        "from flask_app import create_app, mail",
        f"app = create_app({'{"TESTING": True}' if set_first else ''})",
        "app.config['TESTING'] = True",
        f"app.test_client().post('/orders/', data={ORDER!r})",
    ]
    app.run(["python", "-c", "\n".join(lines)])


def test_flask_mail_sends_from_a_test_that_sets_testing_after_the_factory(served, postbox):
    send_from_a_test(served("flask"), set_first=False)
    assert len(postbox.take()) == 1
    send_from_a_test(served("flask"), set_first=True)
    assert postbox.take() == []


def test_django_escapes_a_text_template_until_told_not_to_and_flask_never(served):
    chosen = Flask(__name__).select_jinja_autoescape
    assert chosen("confirmation.html") and not chosen("confirmation.txt")
    lines = [
        "from django.template import engines",
        "from django.template.loader import get_template",
        "told = get_template('orders/confirmation.txt').template.source",
        "left = told.removeprefix('{% autoescape off %}').replace('{% endautoescape %}', '')",
        "for source in (left, told):",
        "    template = engines['django'].from_string(source)",
        """    print(template.render({'name': "O'Brien"}).split(',')[0])""",
    ]
    command = ["python", "manage.py", "shell", "-v", "0", "-c", "\n".join(lines)]
    out = served("django").run(command).stdout
    assert out.split("\n")[:2] == ["Dear O&#x27;Brien", "Dear O'Brien"]


def test_neither_encrypts_the_connection_until_told_to(served):
    kept = Mail(Flask(__name__)).state
    assert (kept.use_tls, kept.use_ssl) == (False, False)
    code = "from django.core.mail import get_connection as c; print(c().use_tls, c().use_ssl)"
    out = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    assert out == "False False\n"


@pytest.fixture
def silent():
    """The port of a mail server that accepts a connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepted = []
        threading.Thread(target=lambda: accepted.append(listening.accept()), daemon=True).start()
        yield listening.getsockname()[1], accepted


def test_django_gives_a_silent_mail_server_up(served, silent):
    env = {"EMAIL_PORT": str(silent[0]), "EMAIL_TIMEOUT": "0.1"}
    done = served("django").run("python manage.py sendtestemail a@example.com", False, **env)
    assert done.returncode and "TimeoutError: timed out" in done.stderr


def test_flask_mail_waits_for_a_silent_mail_server_until_it_hangs_up(silent):
    app = Flask(__name__)
    app.config.update(MAIL_PORT=silent[0], MAIL_TIMEOUT=0.01, MAIL_DEFAULT_SENDER="a@example.com")
    mail, failures = Mail(app), []

    def send():
        with app.app_context():
            try:
                mail.send(Message(recipients=["ann@example.com"], body="Hello"))
            except OSError as error:
                failures.append(str(error))

    thread = threading.Thread(target=send)
    thread.start()
    thread.join(0.2)
    assert thread.is_alive()
    silent[1][0][0].close()
    thread.join()
    assert failures == ["Connection unexpectedly closed"]


def test_flask_mailman_gives_a_silent_mail_server_up(silent):
    app = Flask(__name__)
    app.config.update(MAIL_PORT=silent[0], MAIL_TIMEOUT=0.01)
    Mailman(app)
    with app.app_context(), pytest.raises(OSError, match="timed out"):
        EmailMessage("Hello", "Hello", "a@example.com", ["ann@example.com"]).send()


@pytest.mark.since(django="6.1")
def test_a_new_django_project_prints_its_mail(served, tmp_path):
    app = served("django")
    app.run(["python", "-m", "django", "startproject", "fresh", str(tmp_path)])
    command = ["python", str(tmp_path / "manage.py"), "sendtestemail", "ann@example.com"]
    assert "To: ann@example.com" in app.run(command, PYTHONPATH=str(tmp_path)).stdout
