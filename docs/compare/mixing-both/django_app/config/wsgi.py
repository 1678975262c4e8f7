"""What a WSGI server imports: Django, and Flask below `/api`."""

# --8<-- [start:mount]
import os

from django.core.wsgi import get_wsgi_application
from werkzeug.middleware.dispatcher import DispatcherMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site = get_wsgi_application()

from api import create_app  # noqa: E402  only now may it import models

app = DispatcherMiddleware(site, {"/api": create_app()})
# --8<-- [end:mount]
