"""The usual mistake in Flask: the app logs before logging is configured."""

import logging

import flask

# --8<-- [start:mistake]
app = flask.Flask("shop")
app.logger.info("starting")  # no handler yet: Flask adds one of its own
logging.basicConfig()
app.logger.warning("stock is low")  # printed twice
# --8<-- [end:mistake]
