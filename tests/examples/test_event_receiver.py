"""What both receivers of docs/examples/event-receiver promise, and where they differ."""

import base64
import hashlib
import hmac
import json
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from harness import ROOT

HOME = ROOT / "docs/examples/event-receiver"
KEY = b"a key of at least 24 bytes that a test may know"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
ENV = {"WEBHOOK_SECRET": SECRET, "LEDGER_URL": "http://127.0.0.1:9/"}
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}
WORK = {"flask": "flask work", "django": "python manage.py work"}
TABLE = {"flask": "event", "django": "inbox_event"}
OLD = "2026-01-01 00:00:00"
PAID = '{ "type":"donation.paid", "data": {"donor": "Zoë",\n "cents": 2500} }'.encode()


class Ledger(BaseHTTPRequestHandler):
    """The ledger: it books what it is sent, and fails or hangs as a test says."""

    def do_POST(self):
        event, here = self.headers["Idempotency-Key"], self.server
        here.asked.append((event, self.rfile.read(int(self.headers["Content-Length"]))))
        here.is_asked.set()
        here.may_answer.wait(10)
        again = here.asked.count(here.asked[-1]) > 1
        if event != "poison" and (event != "lost" or again):  # else: booked perhaps, no answer
            self.send_response(500 if event == "bad" else 201)
            self.end_headers()

    def log_message(self, *words):
        """Say nothing."""


@pytest.fixture
def ledger(app):
    with ThreadingHTTPServer(("127.0.0.1", 0), Ledger) as server:
        server.asked, server.is_asked, server.may_answer = [], threading.Event(), threading.Event()
        server.may_answer.set()
        url = f"http://127.0.0.1:{server.server_port}/"
        server.work = lambda: app.run(WORK[app.framework], check=False, LEDGER_URL=url)
        threading.Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


@pytest.fixture
def kept(app):
    """The table of events, empty; called, it names those that are not booked."""
    table = TABLE[app.framework]
    with closing(sqlite3.connect(app.data / "inbox.sqlite3", isolation_level=None)) as database:
        waiting = "SELECT id FROM event WHERE booked_at IS NULL ORDER BY id"
        database.execute(f"DELETE FROM {table}")
        yield lambda sql=waiting: [
            name for (name,) in database.execute(sql.replace("event", table, 1))
        ]


def signed(event, body, at=0, key=KEY):
    """The headers with which the provider sends an event, `at` seconds from now."""
    sent = str(int(time.time()) + at)
    digest = hmac.digest(key, f"{event}.{sent}.".encode() + body, hashlib.sha256)
    signature = "v1," + base64.b64encode(digest).decode()
    return {"webhook-id": event, "webhook-timestamp": sent, "webhook-signature": signature}


def send(client, event, body=PAID, **more):
    headers = signed(event, body) | {"content-type": "application/json"} | more
    return client.post("/events", content=body, headers=headers).status_code


def test_an_event_is_answered_while_the_ledger_hangs_and_booked_later(client, kept, ledger):
    assert send(client, "slow") == 204 and not ledger.asked
    ledger.may_answer.clear()
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(ledger.work)
        assert ledger.is_asked.wait(20)
        assert send(client, "meanwhile") == 204 and kept() == ["meanwhile", "slow"]
        ledger.may_answer.set()
        assert run.result().returncode == 0
    assert ledger.asked[0][0] == "slow" and "slow" not in kept()
    assert json.loads(ledger.asked[0][1]) == {"donor": "Zoë", "cents": 2500}


def test_only_what_the_provider_signed_just_now_is_kept(client, kept):
    good = signed("forged", PAID)
    assert client.post("/events", content=PAID + b" ", headers=good).status_code == 403
    for bad in (
        {},
        good | {"webhook-id": "other"},
        good | {"webhook-timestamp": str(int(good["webhook-timestamp"]) + 1)},
        good | {"webhook-timestamp": "now"},
        good | {"webhook-timestamp": "9" * 400},
        good | {"webhook-signature": ""},
        signed("forged", PAID, key=b"another key"),
        signed("forged", PAID, at=-310),
        signed("forged", PAID, at=310),
    ):
        assert client.post("/events", content=PAID, headers=bad).status_code == 403
    assert kept() == []
    both = f"v1,new {good['webhook-signature']}"  # while the secret is changed
    headers = good | {"webhook-signature": both}
    assert client.post("/events", content=PAID, headers=headers).status_code == 204
    assert kept() == ["forged"]


def test_an_event_sent_many_times_at_once_is_kept_once(client, kept):
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: send(client, "again"), range(16))) == {204}
    assert kept() == ["again"]


def test_what_could_not_be_kept_is_not_acknowledged(client, app, kept):
    kept("ALTER TABLE event RENAME TO away")
    assert send(client, "unkept") == 500
    kept("ALTER TABLE away RENAME TO event")
    assert send(client, "unkept") == 204 and kept() == ["unkept"]


def test_an_event_that_fails_waits_and_holds_up_no_other(client, kept, ledger):
    for event, body in [("bad", PAID), ("broken", b"{"), ("good", PAID), ("new", b'{"type": ""}')]:
        assert send(client, event, body) == 204
    run = ledger.work()
    assert "Event bad is not booked" in run.stderr and kept() == ["bad", "broken"]
    assert sorted(event for event, body in ledger.asked) == ["bad", "good"]


def test_an_event_that_the_ledger_never_answers_blocks_nothing_behind_it(client, kept, ledger):
    send(client, "poison")
    kept(f"UPDATE event SET received_at = '{OLD}'")
    for event in ("one", "two"):
        send(client, event)
    ledger.work()
    ledger.work()
    assert kept() == ["poison"]


def test_a_run_fails_only_when_something_has_waited_for_three_hours(client, app, kept):
    """The ledger is away here, as it is every night from one to three."""
    send(client, "waiting")
    kept("UPDATE event SET received_at = datetime('now', '-170 minutes')")
    run = app.run(WORK[app.framework], check=False)
    assert run.returncode == 0 and "The ledger is away" in run.stderr
    kept("UPDATE event SET received_at = datetime('now', '-190 minutes')")
    run = app.run(WORK[app.framework], check=False)
    assert run.returncode == 1 and "1 not booked" in run.stderr and kept() == ["waiting"]


def test_what_was_booked_more_than_a_week_ago_is_forgotten(client, kept, ledger):
    for event in ("booked", "fresh", "bad"):
        send(client, event)
    ledger.work()
    kept(f"UPDATE event SET received_at = '{OLD}'")
    kept(f"UPDATE event SET booked_at = '{OLD}' WHERE id = 'booked'")
    ledger.work()
    assert kept("SELECT id FROM event ORDER BY id") == ["bad", "fresh"]


def test_a_booking_whose_answer_is_lost_is_sent_again_under_the_same_key(client, kept, ledger):
    send(client, "lost")
    assert "The ledger is away" in ledger.work().stderr and kept() == ["lost"]
    assert ledger.work().returncode == 0 and kept() == []
    assert [event for event, body in ledger.asked] == ["lost", "lost"]


def test_without_a_proper_secret_neither_starts(served):
    starts = {"flask": ["flask", "routes"], "django": ["python", "manage.py", "check"]}
    for framework, start in starts.items():
        run = served(framework).run(start, check=False, WEBHOOK_SECRET="whsec_")
        assert run.returncode == 1 and "WEBHOOK_SECRET is not" in run.stderr


def test_without_the_exemption_django_refuses_every_event(served):
    code = """
from django.test import Client
from inbox.views import receive
client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
for receive.csrf_exempt in (True, False):
    print(b"CSRF" in client.post("/events").content)
"""
    said = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    assert said.splitlines() == ["False", "True"]


def test_what_is_agreed_with_others_is_one_file_in_both():
    shared = (HOME / "partners.py").read_text()
    assert shared == (HOME / "django_app/inbox/partners.py").read_text()
    assert "flask" not in shared and "django" not in shared
