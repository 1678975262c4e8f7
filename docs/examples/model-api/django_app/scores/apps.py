"""The app that keeps the model."""

from django.apps import AppConfig
from model import load


# --8<-- [start:ready]
class ScoresConfig(AppConfig):
    name = "scores"

    def ready(self):
        self.trained = load()  # before the first request; a bad file stops the start


# --8<-- [end:ready]
