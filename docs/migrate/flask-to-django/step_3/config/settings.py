"""The settings of the Django part."""

from config.common import DATA, SECRET_KEY, SECURE_COOKIES  # noqa: F401

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "club",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
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
