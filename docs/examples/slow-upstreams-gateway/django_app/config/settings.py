"""The settings that a gateway needs: no database, no sessions, no accounts."""

import json
import os

SECRET_KEY = os.environ.get("SECRET_KEY", "for development only")
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
# The address of each operator, and the seconds that it may take.
OPERATORS = json.loads(os.environ.get("OPERATORS", '{"rail": ["http://127.0.0.1:9000/rail", 2.5]}'))
