"""The first try: `inspectdb`'s models as they came, and the settings of `startproject`."""

from .settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS[:-1], "inspected"]  # noqa: F405
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
del DATABASES["default"]["TIME_ZONE"]  # noqa: F405
