"""The settings that the two APIs need; a new project has more."""

import os
from pathlib import Path

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware", "library.queries.count_queries"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)) / "library.sqlite3",
    }
}
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
# --8<-- [start:schema]
INSTALLED_APPS = ["rest_framework", "drf_spectacular", "strawberry_django", "library"]
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    # --8<-- [end:schema]
    # This example has no users, so the apps for accounts are not installed.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
SPECTACULAR_SETTINGS = {"TITLE": "Library", "VERSION": "1.0", "OAS_VERSION": "3.1.0"}
