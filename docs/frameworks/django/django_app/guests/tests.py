"""The guest list's own tests: `python manage.py test`."""

# --8<-- [start:test]
from django.test import TestCase
from django.urls import reverse


class GuestListTests(TestCase):
    def test_a_guest_is_added(self):
        self.client.post(reverse("guests"), {"name": "Ada"})
        self.assertContains(self.client.get(reverse("guests")), "<li>Ada</li>")


# --8<-- [end:test]
