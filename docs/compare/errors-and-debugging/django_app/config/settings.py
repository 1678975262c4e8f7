"""The settings that errors and logs need; a new project has more."""

import os

SECRET_KEY = "for this example only"
WAREHOUSE = "https://shop:hunter2@warehouse.example/"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["shop"]
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
# --8<-- [start:logging]
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"
MIDDLEWARE = [
    "shop.request_id.middleware",
    "django.middleware.common.CommonMiddleware",
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "shop.request_id.RequestID"}},
    "formatters": {"line": {"format": "%(levelname)s [%(request_id)s] %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_id"],
        },
    },
    "root": {"level": "INFO", "handlers": ["console"]},
}
# --8<-- [end:logging]
