"""The app, and what it listens to."""

# --8<-- [start:connect]
from django.apps import AppConfig
from django.core.signals import got_request_exception


class ShopConfig(AppConfig):
    name = "shop"

    def ready(self):
        from .failures import count_failure

        got_request_exception.connect(count_failure)


# --8<-- [end:connect]
