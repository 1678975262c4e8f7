"""Tests as the restaurant's own developers would write them."""

# --8<-- [start:tests]
from datetime import timedelta

import pytest
import time_machine
from flask_app.models import Booking, db
from flask_sqlalchemy.record_queries import get_recorded_queries


@pytest.fixture
def booking(app):
    with app.app_context():
        booking = Booking(name="Ann")
        db.session.add(booking)
        db.session.commit()
        return f"/bookings/{booking.id}/"


def test_a_booking_is_stored(client):
    assert client.post("/bookings/", data={"name": "Bob"}).status_code == 201
    assert client.get("/bookings/").json == {"count": 1}


def test_a_booking_expires(client, booking):
    assert client.get(booking).json == {"held": True}
    with time_machine.travel(timedelta(minutes=61)):
        assert client.get(booking).json == {"held": False}


def test_one_query_is_enough(client, booking):
    with client:  # keeps the context of the request, and with it the queries
        client.get(booking)
        statements = [query.statement for query in get_recorded_queries()]
    assert sum(statement.startswith("SELECT") for statement in statements) == 1


# --8<-- [end:tests]
# --8<-- [start:commit]
def test_the_kitchen_is_told(client, caplog):
    caplog.set_level("INFO")
    client.post("/bookings/", data={"name": "Bob"})
    assert caplog.messages == ["Tell the kitchen: Bob"]


# --8<-- [end:commit]
def test_the_next_test_starts_empty(client):
    assert client.get("/bookings/").json == {"count": 0}
