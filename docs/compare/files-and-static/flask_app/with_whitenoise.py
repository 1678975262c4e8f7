"""The same app with its static files served by WhiteNoise, as WSGI middleware."""

# --8<-- [start:whitenoise]
from whitenoise import WhiteNoise

from . import create_app

app = create_app()
app.wsgi_app = WhiteNoise(app.wsgi_app, root=app.static_folder, prefix="static/")
# --8<-- [end:whitenoise]
