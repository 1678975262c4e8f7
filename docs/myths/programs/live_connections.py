"""What each framework says to a WebSocket."""

import asyncio

from django.conf import settings
from django.core.asgi import get_asgi_application
from flask import Flask

settings.configure(ROOT_URLCONF=__name__)
urlpatterns, app = [], Flask(__name__)


@app.get("/live")
def live():
    return "a page"


upgrade = {"Connection": "Upgrade", "Upgrade": "websocket"}
print("Flask, a page:", app.test_client().get("/live").status_code)
print("Flask, a WebSocket:", app.test_client().get("/live", headers=upgrade).status_code)
try:
    asyncio.run(get_asgi_application()({"type": "websocket", "path": "/live"}, None, None))
except ValueError as error:
    print("Django, a WebSocket:", type(error).__name__)
