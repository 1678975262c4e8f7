"""What the web server imports: the Flask app."""

from desk import create_app

app = create_app()
