"""The app, as `startapp` writes it."""

from django.apps import AppConfig


class BookmarksConfig(AppConfig):
    name = "bookmarks"
