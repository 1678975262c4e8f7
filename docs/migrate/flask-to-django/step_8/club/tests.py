"""The team's own tests, on Django's test client."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.test import TestCase

from .jobs import work
from .models import Event, Job, Member


class Desk(TestCase):
    def setUp(self):
        Member.objects.create_user("anna@example.com", "correct horse", name="Anna")
        self.regatta = Event.objects.create(
            title="Regatta", starts_at=datetime(2027, 5, 1, 19), places=1
        )
        self.book = f"/events/{self.regatta.id}/book"
        anna = {"email": "anna@example.com", "password": "correct horse"}
        self.client.post("/login", anna)

    def test_a_booking_takes_a_place(self):
        self.assertEqual(self.client.post(self.book, {"note": "bow"}).status_code, 302)
        self.assertEqual(self.regatta.free, 0)

    def test_a_full_event_is_refused(self):
        Event.objects.update(places=0)
        self.client.post(self.book)
        self.assertFalse(self.regatta.bookings.exists())

    def test_the_worker_confirms(self):
        self.client.post(self.book)
        with tempfile.TemporaryDirectory() as outbox, self.settings(OUTBOX=Path(outbox)):
            self.assertEqual(work(), 1)
            job = Job.objects.get()
            self.assertEqual(job.state, "done")
            self.assertIn("Regatta", (Path(outbox) / f"{job.id}.txt").read_text())
