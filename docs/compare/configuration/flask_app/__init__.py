"""A shop that is configured from its environment."""

from flask import Flask

from . import products
from .config import Settings


# --8<-- [start:factory]
def create_app(settings=None):
    app = Flask(__name__)
    settings = settings or Settings()  # raises if a value is wrong or missing
    app.config.from_mapping(settings.model_dump())
    app.register_blueprint(products.bp)
    return app


# --8<-- [end:factory]
app = create_app()
