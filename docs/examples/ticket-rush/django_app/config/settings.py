"""The settings that this service needs; a new project has more."""

import os
from pathlib import Path
from urllib.parse import urlsplit

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)).resolve()

SECRET_KEY = os.environ.get("SECRET_KEY", "for development only")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["places"]
# No cookie, no log-in: there is no session to keep, and none for another site to misuse.
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

sqlite = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "places.sqlite3",
    "OPTIONS": {"transaction_mode": "IMMEDIATE"},
}
url = urlsplit(os.environ.get("DATABASE_URL", ""))
postgresql = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": url.path[1:],
    "USER": url.username,
    "PASSWORD": url.password,
    "HOST": url.hostname,
    "PORT": url.port,
}
DATABASES = {"default": postgresql if url.scheme == "postgresql" else sqlite}
