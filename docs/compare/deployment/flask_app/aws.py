"""What AWS Lambda calls."""

# --8<-- [start:handler]
from apig_wsgi import make_lambda_handler

from . import app

handler = make_lambda_handler(app)
# --8<-- [end:handler]
