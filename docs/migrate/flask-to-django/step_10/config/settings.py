"""The settings of the Django part."""

from config.common import (  # noqa: F401
    BASE_DIR,
    DATA,
    OUTBOX,
    SECRET_KEY,
    SECURE_COOKIES,
    UPLOADS,
)

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "club",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "club.middleware.language",
    "club.middleware.Slashes",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",  # the templates stay as they are
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "club.environment.environment",
            "context_processors": ["club.environment.visitor"],
        },
    },
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = UPLOADS
LOGIN_URL = "accounts:login"
LOCALE_PATHS = [BASE_DIR / "locale"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "desk.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
AUTH_USER_MODEL = "club.Member"
# From here on a log-in replaces Werkzeug's hash by Django's, which Flask cannot read.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "club.hashers.WerkzeugScrypt",
    "club.hashers.WerkzeugPBKDF2",
]
TIME_ZONE = "Europe/Berlin"
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_USE_SESSIONS = True  # as before: a cookie of its own would refuse the forms now open
