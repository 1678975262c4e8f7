"""The one entry point: what the web server imports, and who answers which path."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site = get_wsgi_application()  # first: only then may anything import Django's models

from desk import create_app  # noqa: E402

legacy = create_app()
GROUPS = {
    "health": r"/healthz",
}
# The way back without a deployment: FLASK_SERVES="health", or "all".
back = os.environ.get("FLASK_SERVES", "").split()
moved = [paths for name, paths in GROUPS.items() if name not in back and "all" not in back]
for_django = re.compile("|".join(moved) or "(?!)", re.DOTALL)  # a path may hold a newline


def app(environ, start_response):
    part = site if for_django.fullmatch(environ["PATH_INFO"]) else legacy
    return part(environ, start_response)
