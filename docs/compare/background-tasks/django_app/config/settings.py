"""The settings that background tasks need; a new project has more."""

import os
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent.parent))
WAREHOUSE = os.environ.get("WAREHOUSE_URL", "http://127.0.0.1:8001")
RETRY_SECONDS = int(os.environ.get("RETRY_SECONDS", 30))

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "shop.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},  # the worker writes too
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# --8<-- [start:tasks]
INSTALLED_APPS = ["orders", "django_tasks_db"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# --8<-- [end:tasks]
