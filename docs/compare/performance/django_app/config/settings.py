"""Settings of the benchmark: no middleware, then each default one added in its place."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from shared import DATABASE, POSTGRES, grown

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-measuring")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.app"

# --8<-- [start:steps]
DEFAULTS = {
    "headers": "django.middleware.security.SecurityMiddleware",
    "sessions": "django.contrib.sessions.middleware.SessionMiddleware",
    "common": "django.middleware.common.CommonMiddleware",
    "csrf": "django.middleware.csrf.CsrfViewMiddleware",
    "accounts": "django.contrib.auth.middleware.AuthenticationMiddleware",
    "messages": "django.contrib.messages.middleware.MessageMiddleware",
    "frame": "django.middleware.clickjacking.XFrameOptionsMiddleware",
}
MIDDLEWARE = [path for step, path in DEFAULTS.items() if grown(step)]
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "books",
]
INSTALLED_APPS = APPS if grown("sessions") else []
# --8<-- [end:steps]

ADDRESS = urlsplit(DATABASE)
DATABASES = {
    "default": {
        "ENGINE": f"django.db.backends.{'postgresql' if POSTGRES else 'sqlite3'}",
        "NAME": ADDRESS.path.lstrip("/") if POSTGRES else DATABASE,
        "HOST": ADDRESS.hostname or "",
        "PORT": ADDRESS.port or "",
        "USER": ADDRESS.username or "",
        # Keep the connection, as SQLAlchemy's pool does; not below ASGI, as the documentation says.
        "CONN_MAX_AGE": 0 if "BELOW_ASGI" in os.environ else None,
    }
}
ENGINES = {
    "django": {"BACKEND": "django.template.backends.django.DjangoTemplates"},
    "jinja": {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {"keep_trailing_newline": True},
    },
}
TEMPLATES = [
    {"DIRS": [BASE_DIR.parent / "templates"], **ENGINES[os.environ.get("ENGINE", "django")]}
]
PASSWORD_HASHERS = ["books.hashers.Cheap"]
USE_I18N = False  # Flask translates nothing either
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
