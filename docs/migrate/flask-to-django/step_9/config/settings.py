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
    "club.middleware.OldCookie",
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
MESSAGE_STORAGE = "club.flashes.FlaskFlashes"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = UPLOADS
LOGIN_URL = "accounts:login"
LOCALE_PATHS = [BASE_DIR / "locale"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "desk.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
AUTH_USER_MODEL = "club.Member"
# While Flask may have to read them, new hashes are written in Werkzeug's form.
PASSWORD_HASHERS = ["club.hashers.WerkzeugScrypt", "club.hashers.WerkzeugPBKDF2"]
# The tables hold the club's own time without a zone. Django reads and writes it as it is.
USE_TZ = False
TIME_ZONE = "Europe/Berlin"
SESSION_COOKIE_SECURE = SECURE_COOKIES
CSRF_USE_SESSIONS = True  # so that the token is in the session, which both parts share
