"""What an ASGI server imports."""

# --8<-- [start:asgi]
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django_app = get_asgi_application()  # before anything that imports models

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import AllowedHostsOriginValidator  # noqa: E402
from chat.consumers import ChatConsumer  # noqa: E402
from django.urls import path  # noqa: E402

chat = URLRouter([path("chat/<slug:room>", ChatConsumer.as_asgi())])
app = ProtocolTypeRouter({"http": django_app, "websocket": AllowedHostsOriginValidator(chat)})
# --8<-- [end:asgi]
