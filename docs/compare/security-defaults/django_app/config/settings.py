"""The settings of a new project with its gaps closed."""

import os
from datetime import timedelta
from pathlib import Path

import django

BASE_DIR = Path(__file__).resolve().parent.parent

# --8<-- [start:deploy]
SECRET_KEY = os.environ["SECRET_KEY"]  # no start without one
DEBUG = False
ALLOWED_HOSTS = ["shop.example", "127.0.0.1"]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 3600
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Subdomains and the browsers' preload list: only once every subdomain has HTTPS.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# --8<-- [end:deploy]
# --8<-- [start:proxy]
# One proxy stands in front, and overwrites what visitors send: believe what it says of HTTPS.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# --8<-- [end:proxy]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# --8<-- [start:csp]
if django.VERSION >= (6, 0):  # before that, the package django-csp
    MIDDLEWARE += ["django.middleware.csp.ContentSecurityPolicyMiddleware"]
    SECURE_CSP = {"default-src": ["'self'"]}
# --8<-- [end:csp]

# --8<-- [start:limit]
INSTALLED_APPS += ["axes"]
MIDDLEWARE += ["axes.middleware.AxesMiddleware"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_CLIENT_IP_CALLABLE = "pages.clients.address"
# --8<-- [end:limit]

# --8<-- [start:cors]
INSTALLED_APPS += ["corsheaders"]
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]
CORS_ALLOWED_ORIGINS = ["https://front.example"]
CORS_URLS_REGEX = r"^/api/"
# --8<-- [end:cors]

ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(os.environ.get("APP_DATA", BASE_DIR)) / "db.sqlite3",
    }
}
STATIC_URL = "static/"
