"""The settings that the two databases need; a new project has more."""

import os
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)).resolve()

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"  # the default from Django 6.0
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["library.middleware.count_queries"]

# --8<-- [start:databases]
INSTALLED_APPS = ["library", "warehouse"]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "library.db"},
    "warehouse": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "warehouse.db"},
}
# --8<-- [end:databases]
