"""The settings of a project that has one view and shows no page."""

import os
from pathlib import Path

import django

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR))

# --8<-- [start:settings]
ALLOWED_HOSTS = os.environ.get("HOSTS", "localhost 127.0.0.1").split()
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["contact"]  # no accounts, no sessions, no admin
# No CSRF check: there is no cookie that a form of another site could make use of.
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "messages.sqlite3",
    }
}
OFFICE = DEFAULT_FROM_EMAIL = os.environ.get("OFFICE", "office@example.org")
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": os.environ.get("MAIL_HOST", "localhost"),
            "port": int(os.environ.get("MAIL_PORT", 25)),
            "timeout": 10,
        },
    }
}
# --8<-- [end:settings]
# Before 6.1, Django ignores MAILERS and reads a setting for each option.
if_older = MAILERS["default"]["OPTIONS"] if django.VERSION < (6, 1) else {}
globals().update({f"EMAIL_{name.upper()}": value for name, value in if_older.items()})
