"""What the app promises. Django makes a database for the tests and empties it after each."""

from django.contrib.auth.models import User
from django.test import TestCase

from .models import Bookmark

BOOK = {"title": "The Django docs", "url": "https://docs.djangoproject.com/"}


class BookmarkTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.owner = User.objects.create_user("ada", password="correct horse")
        Bookmark.objects.create(**BOOK)

    def test_everybody_reads_the_list(self):
        self.assertContains(self.client.get("/"), BOOK["title"])

    def test_a_program_reads_it_as_json(self):
        self.assertEqual(self.client.get("/bookmarks.json").json(), {"bookmarks": [BOOK]})

    def test_a_stranger_has_to_log_in(self):
        self.assertRedirects(self.client.post("/add/", BOOK), "/log-in/?next=/add/")

    def test_a_wrong_password_does_not_help(self):
        wrong = {"username": "ada", "password": "battery staple"}
        self.assertContains(self.client.post("/log-in/", wrong), "errorlist")

    def test_the_owner_adds_a_bookmark(self):
        self.client.force_login(self.owner)
        new = {"title": "The ORM", "url": "https://docs.djangoproject.com/en/stable/topics/db/"}
        self.assertRedirects(self.client.post("/add/", new), "/")
        self.assertEqual(self.client.get("/bookmarks.json").json(), {"bookmarks": [new, BOOK]})

    def test_an_address_that_is_none_is_refused(self):
        self.client.force_login(self.owner)
        response = self.client.post("/add/", {"title": "Bad", "url": "javascript:alert(1)"})
        self.assertContains(response, "errorlist")

    def test_the_owner_logs_out(self):
        self.client.force_login(self.owner)
        self.client.post("/log-out/")
        self.assertRedirects(self.client.get("/add/"), "/log-in/?next=/add/")
