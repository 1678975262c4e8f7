"""What an ASGI server imports."""

import os

from django.core.asgi import get_asgi_application

os.environ["BELOW_ASGI"] = "yes"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = get_asgi_application()
