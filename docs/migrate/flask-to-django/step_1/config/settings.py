"""The settings of the Django part."""

from config.common import DATA, SECRET_KEY  # noqa: F401

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["club"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "desk.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
