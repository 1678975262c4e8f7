"""What a WSGI server imports."""

import os

from seedlib import create_app, settings

app = create_app(settings.read(os.environ))
