"""The settings of production: those of development, with the doors closed."""

import os

from config.settings import *  # noqa: F403
from config.settings import BASE_DIR, MIDDLEWARE

SECRET_KEY = os.environ["SECRET_KEY"]  # missing: no start
DEBUG = False
ALLOWED_HOSTS = [os.environ["SITE"]]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DATABASE"]},
}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 3600  # raise it once HTTPS has proved itself
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
MAILERS = {}  # this app sends no mail
# Decided otherwise: HSTS for subdomains, HSTS in the browsers' list, mail.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "mail.W001"]

STATIC_ROOT = BASE_DIR / "staticfiles"
MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")

LOGGING = {  # errors go to the server's output
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
