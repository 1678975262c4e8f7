"""The settings of a Django project that owns no table: most of `startproject` is left out."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR.parent)).resolve()

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
# --8<-- [start:settings]
INSTALLED_APPS = ["stock"]  # no admin, no auth, no sessions: each would want tables
MIDDLEWARE = ["stock.middleware.require_key"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": (DATA / "warehouse.sqlite3").as_uri() + "?mode=ro",  # read-only
        "OPTIONS": {"uri": True},
    }
}
# --8<-- [end:settings]
