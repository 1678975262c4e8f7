"""What an ASGI server imports: the back office and the live part."""

# --8<-- [start:asgi]
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
office = get_asgi_application()  # before anything that imports models

from channels.auth import AuthMiddlewareStack  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from django.urls import path  # noqa: E402
from sheets.consumers import SheetConsumer  # noqa: E402

live = AuthMiddlewareStack(URLRouter([path("live/<int:pk>", SheetConsumer.as_asgi())]))
app = ProtocolTypeRouter({"http": office, "websocket": AllowedHostsOriginValidator(live)})
# --8<-- [end:asgi]
