"""A shop whose code says what types it takes and gives, on Flask."""

from flask import Flask

from . import mistakes, models, views


def create_app() -> Flask:
    app = Flask(__name__)
    app.config["SHOP_NAME"] = "Corner shop"
    models.Base.metadata.create_all(models.engine)
    app.register_blueprint(views.shop)
    app.register_blueprint(mistakes.mistakes)
    return app


app = create_app()
