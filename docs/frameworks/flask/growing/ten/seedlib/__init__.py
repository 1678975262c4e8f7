"""The factory: the one place that knows all blueprints."""

# --8<-- [start:factory]
from flask import Flask

from .config import Config
from .extensions import db
from .packets.views import bp as packets
from .seeds.views import bp as seeds


def create_app(config=Config):
    app = Flask(__name__)
    app.config.from_object(config)
    db.init_app(app)
    app.register_blueprint(seeds, url_prefix="/seeds")
    app.register_blueprint(packets, url_prefix="/packets")
    app.cli.command("init-db")(db.create_all)
    return app


# --8<-- [end:factory]
