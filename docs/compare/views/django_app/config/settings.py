"""The settings that the notes need; a new project has more."""

import os
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent)).resolve()

SECRET_KEY = "for this example only"
API_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["notes"]
# No CSRF middleware: whoever writes sends a key in a header, which no foreign form can send.
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "notes.db"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
