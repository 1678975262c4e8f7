"""What a WSGI server imports: the shop, and in front of it the way to the service."""

# --8<-- [start:front]
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from werkzeug.middleware.http_proxy import ProxyMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site = get_wsgi_application()
# Your proxy does this in production. The Host stays that of the site, for redirects and Origin.
service = {"target": settings.TRACKING_URL, "host": None}
with_service = ProxyMiddleware(site, {"/tracking/": service})
MOVED = {2: {"GET", "HEAD"}, 3: {"GET", "HEAD", "POST"}, 4: {"GET", "HEAD", "POST"}}


def app(environ, start_response):
    moved = MOVED.get(settings.TRACKING_STEP, ())
    chosen = with_service if environ["REQUEST_METHOD"] in moved else site
    return chosen(environ, start_response)


# --8<-- [end:front]
