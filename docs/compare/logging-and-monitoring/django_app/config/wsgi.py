"""What a WSGI server imports."""

import os

from django.core.wsgi import get_wsgi_application
from shop import traces

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# --8<-- [start:app]
traces.start()  # before the middleware is loaded
app = get_wsgi_application()
# --8<-- [end:app]
