"""The settings of the shop, and the one that says how far tracking has moved."""

import os
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent))

# --8<-- [start:step]
TRACKING_STEP = int(os.environ.get("TRACKING_STEP", "0"))  # the way back is to lower it
TRACKING_URL = os.environ.get("TRACKING_URL", "http://127.0.0.1:5001")
WHO_KEY = os.environ.get("WHO_KEY", "for development only")  # shared with the service
# --8<-- [end:step]
# Behind TLS set SECURE_COOKIES=1; Django's cookies and the one for the service read it.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("SECURE_COOKIES") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY", "for development only, too")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
LOGIN_REDIRECT_URL = "/orders/K-1/"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "shop.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, for tests only
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "shop",
    "tracking",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "shop.sign_on.tell_who",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
