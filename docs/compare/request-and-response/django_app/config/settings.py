"""The settings that the pages need; a new project has more."""

SECRET_KEY = "for this example only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "config.urls"
# No CSRF middleware: no request here acts in the name of somebody who is logged in.
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
