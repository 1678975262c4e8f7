"""What an ASGI server imports: the app behind the adapter that uvicorn's documentation names."""

from a2wsgi import WSGIMiddleware

from flask_app import app as wsgi

app = WSGIMiddleware(wsgi, workers=1)
