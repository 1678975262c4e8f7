"""What a WSGI server imports."""

from seedlib import create_app

app = create_app()
