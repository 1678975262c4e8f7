"""A shop that confirms an order by mail, with Flask-Mail."""

from flask import Flask

from . import orders

# --8<-- [start:factory]
from .mail import mail


def create_app(test_config=None):
    app = Flask(__name__)
    app.config["MAIL_DEFAULT_SENDER"] = "shop@example.com"
    app.config.from_prefixed_env()  # FLASK_MAIL_SERVER, FLASK_MAIL_PORT and so on
    app.config.from_mapping(test_config or {})
    mail.init_app(app)  # reads the configuration now, and never again
    app.register_blueprint(orders.bp)
    return app


# --8<-- [end:factory]
app = create_app()
