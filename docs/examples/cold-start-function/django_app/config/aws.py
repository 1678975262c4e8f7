"""What the platform calls."""

# --8<-- [start:handler]
from apig_wsgi import make_lambda_handler

from .wsgi import app

handler = make_lambda_handler(app)
from . import urls  # noqa: E402, F401 (loads the views now, not while the first card waits)
# --8<-- [end:handler]
