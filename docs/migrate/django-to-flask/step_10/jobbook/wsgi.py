"""What a WSGI server imports."""

from . import create_app

app = create_app()
