"""The settings of a Django project that has a page and no database of its own."""

import os
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.append(str(BASE_DIR.parent))  # sources.py stands there, for both apps of the page

SECRET_KEY = os.environ.get("SECRET_KEY", "development only: nothing is signed here")
# --8<-- [start:settings]
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["figures"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]  # no cookies and no forms
ROOT_URLCONF = "config.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
TIME_ZONE = "UTC"  # a bakery names its own: "late" is counted from its today
# --8<-- [end:settings]
