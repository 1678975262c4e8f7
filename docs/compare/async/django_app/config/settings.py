"""The settings that these views need; a new project has more."""

import os

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
HOST = os.environ.get("SUPPLIERS", "http://127.0.0.1:9000")
SUPPLIERS = [f"{HOST}/{name}" for name in "abc"]
