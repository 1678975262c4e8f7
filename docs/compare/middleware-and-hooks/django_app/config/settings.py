"""The settings that middleware needs; a new project has more."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
MAINTENANCE_FILE = Path(os.environ.get("APP_DATA", BASE_DIR), "maintenance")

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
INSTALLED_APPS = ["shop"]
# --8<-- [start:order]
MIDDLEWARE = [
    "shop.middleware.timing",
    "shop.trace.outer",
    "shop.middleware.maintenance",
    "shop.trace.inner",
]
# --8<-- [end:order]
