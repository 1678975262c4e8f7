"""Tests as the restaurant's own developers would write them."""

# --8<-- [start:tests]
from datetime import timedelta

import time_machine
from django.test import TestCase

from .models import Booking


class BookingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.booking = Booking.objects.create(name="Ann")

    def test_a_booking_is_stored(self):
        answer = self.client.post("/bookings/", {"name": "Bob"})
        self.assertEqual(answer.status_code, 201)
        self.assertEqual(self.client.get("/bookings/").json(), {"count": 2})

    def test_a_booking_expires(self):
        url = self.booking.get_absolute_url()
        self.assertEqual(self.client.get(url).json(), {"held": True})
        with time_machine.travel(timedelta(minutes=61)):
            self.assertEqual(self.client.get(url).json(), {"held": False})

    def test_one_query_is_enough(self):
        with self.assertNumQueries(1):
            self.client.get(self.booking.get_absolute_url())


# --8<-- [end:tests]
# --8<-- [start:commit]
class KitchenTests(TestCase):
    def test_the_kitchen_is_told(self):
        with (
            self.assertLogs("bookings", "INFO") as logs,
            self.captureOnCommitCallbacks(execute=True),
        ):
            self.client.post("/bookings/", {"name": "Bob"})
        self.assertEqual(logs.output, ["INFO:bookings.views:Tell the kitchen: Bob"])

    # --8<-- [end:commit]
    def test_the_kitchen_is_not_told_while_the_test_holds_the_transaction(self):
        with self.assertNoLogs("bookings", "INFO"):
            self.client.post("/bookings/", {"name": "Bob"})

    def test_the_next_test_starts_empty(self):
        self.assertEqual(self.client.get("/bookings/").json(), {"count": 0})
