"""The settings of a project without tables, pages and accounts."""

import os

SECRET_KEY = os.environ.get("SECRET_KEY", "for development only")  # signs nothing here
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")
ROOT_URLCONF = "config.urls"
# --8<-- [start:settings]
INSTALLED_APPS = []  # no admin, auth, sessions: nothing of them would be used
MIDDLEWARE = ["columns.middleware.columns_only"]
# --8<-- [end:settings]
