"""The settings that transactions need; a new project has more."""

import os
from pathlib import Path
from urllib.parse import urlsplit

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)).resolve()

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["shop"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"  # the default from 6.0 on

# --8<-- [start:sqlite]
sqlite = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "shop.sqlite3",
    "OPTIONS": {"transaction_mode": "IMMEDIATE"},
}
# --8<-- [end:sqlite]
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
