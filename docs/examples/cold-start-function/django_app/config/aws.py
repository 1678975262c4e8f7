"""What the platform calls."""

# --8<-- [start:handler]
from apig_wsgi import make_lambda_handler
from django.urls import get_resolver

from .wsgi import app

handler = make_lambda_handler(app)
get_resolver().url_patterns  # noqa: B018 (loads the views now, not while the first card waits)
# --8<-- [end:handler]
