"""Connects tracking with the orders."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class TrackingConfig(AppConfig):
    name = "tracking"

    def ready(self):
        from .source import announce

        post_save.connect(announce, sender="shop.Order")
