"""The settings that mail needs; a new project has more."""

import os

import django

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["orders"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
# --8<-- [start:mail]
DEFAULT_FROM_EMAIL = "shop@example.com"
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": os.environ.get("EMAIL_HOST", "localhost"),
            "port": int(os.environ.get("EMAIL_PORT", 25)),
            "timeout": float(os.environ.get("EMAIL_TIMEOUT", 10)),
        },
    },
}
# --8<-- [end:mail]
# Before 6.1, Django ignores MAILERS and reads a setting for each option.
if_older = MAILERS["default"]["OPTIONS"] if django.VERSION < (6, 1) else {}
globals().update({f"EMAIL_{name.upper()}": value for name, value in if_older.items()})
