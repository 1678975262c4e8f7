"""The settings that files need; a new project has more."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR))

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "db.sqlite3"},
}
# --8<-- [start:static]
INSTALLED_APPS = ["django.contrib.staticfiles", "gallery"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # right below it; then the rest of yours
]
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"  # filled by `collectstatic`
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# --8<-- [end:static]
# --8<-- [start:memory]
FILE_UPLOAD_MAX_MEMORY_SIZE = 100_000  # larger files wait on disk
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000  # the form without its files
# --8<-- [end:memory]
