"""The settings of a project with one table and one address: most of `startproject` is left out."""

import os
from pathlib import Path

from inbox.partners import key_from

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent))

SECRET_KEY = os.environ.get("SECRET_KEY", "for development only")  # signs nothing here
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
USE_TZ = True
INSTALLED_APPS = ["inbox"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "inbox.sqlite3",
        "OPTIONS": {"timeout": 2},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000  # bytes; an event has less than 20,000
LEDGER_URL = os.environ["LEDGER_URL"]
WEBHOOK_KEY = key_from(os.environ["WEBHOOK_SECRET"])
