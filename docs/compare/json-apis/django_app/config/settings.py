"""The settings that the API needs; a new project has more."""

import os
from pathlib import Path

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)) / "orders.sqlite3",
    }
}
# --8<-- [start:drf]
INSTALLED_APPS = [
    "rest_framework",
    "orders",
]
REST_FRAMEWORK = {
    "DEFAULT_PAGINATION_CLASS": "orders.pages.OrderPages",
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.URLPathVersioning",
    "ALLOWED_VERSIONS": ["v1", "v2"],
    # --8<-- [end:drf]
    # This example has no users, so the apps for accounts are not installed.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
