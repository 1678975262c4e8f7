"""The settings of a shop ready for production."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR))
RELEASE = (DATA / "RELEASE").read_text() if (DATA / "RELEASE").exists() else "1"

# --8<-- [start:deploy]
SECRET_KEY = os.environ["SECRET_KEY"]  # missing: no start
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
ALLOWED_HOSTS = ["shop.example", "127.0.0.1"]
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 3600
# HSTS for subdomains and preloading come later; the proxy in front redirects to HTTPS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "security.W008"]
MIDDLEWARE = [
    "shop.health.answer_probes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# --8<-- [end:deploy]
INSTALLED_APPS = ["django.contrib.staticfiles", "shop"]
ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "shop.sqlite3"},
}
