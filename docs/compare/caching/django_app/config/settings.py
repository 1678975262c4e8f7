"""The settings that caching needs; a new project has more."""

import os

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["shop"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

# --8<-- [start:setup]
# CACHE_BACKEND=redis.RedisCache CACHE_LOCATION=redis://…
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends."
        + os.environ.get("CACHE_BACKEND", "locmem.LocMemCache"),  # in the memory of this process
        "LOCATION": os.environ.get("CACHE_LOCATION", ""),
    }
}
# --8<-- [end:setup]
