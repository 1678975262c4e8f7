"""The settings that streamed answers need: no database, no accounts."""

import os

SECRET_KEY = os.environ.get("SECRET_KEY", "for development only")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]  # no cookies, so no CSRF check either
MODEL = os.environ.get("MODEL", "http://127.0.0.1:9000")
