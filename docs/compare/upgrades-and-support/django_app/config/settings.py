"""The settings of a shop whose code is to survive an upgrade."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR))

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "shop.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# --8<-- [start:after]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
# --8<-- [end:after]
