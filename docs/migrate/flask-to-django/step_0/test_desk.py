"""The team's own tests, on Flask's test client."""

from datetime import datetime

import pytest
from desk import create_app
from desk.extensions import db
from desk.jobs import work
from desk.models import Event, Job, Member


@pytest.fixture
def app(tmp_path):
    more = {"SQLALCHEMY_DATABASE_URI": "sqlite://", "OUTBOX": tmp_path, "WTF_CSRF_ENABLED": False}
    app = create_app({**more, "TESTING": True})
    with app.app_context():
        db.create_all()
        anna = Member(email="anna@example.com", name="Anna")
        anna.set_password("correct horse")
        regatta = Event(title="Regatta", starts_at=datetime(2027, 5, 1, 19), places=1)
        db.session.add_all([anna, regatta])
        db.session.commit()
        yield app


@pytest.fixture
def client(app):
    client = app.test_client()
    client.post("/login", data={"email": "anna@example.com", "password": "correct horse"})
    return client


def test_a_booking_takes_a_place(client):
    assert client.post("/events/1/book", data={"note": "bow"}).status_code == 302
    assert db.session.get(Event, 1).free == 0


def test_a_full_event_is_refused(client):
    db.session.get(Event, 1).places = 0
    client.post("/events/1/book")
    assert db.session.get(Event, 1).bookings == []


def test_the_worker_confirms(client, tmp_path):
    client.post("/events/1/book")
    assert work() == 1
    assert db.session.get(Job, 1).state == "done"
    assert "Regatta" in (tmp_path / "1.txt").read_text()
