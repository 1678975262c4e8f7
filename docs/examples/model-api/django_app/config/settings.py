"""The settings of a Django project without a database, accounts or pages."""

import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.append(str(BASE_DIR.parent))  # model.py stands there, for both apps of the page

SECRET_KEY = os.environ.get("SECRET_KEY", "development only: nothing is signed here")
# --8<-- [start:settings]
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["scores"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]  # no cookies, so nothing for CSRF
ROOT_URLCONF = "config.urls"
DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000
# --8<-- [end:settings]
