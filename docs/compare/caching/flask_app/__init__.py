"""A shop whose prices are slow to find, on Flask with Flask-Caching."""

import click
from flask import Flask

from .views import cache, change, shop


# --8<-- [start:setup]
def create_app():
    app = Flask(__name__)
    app.config["CACHE_TYPE"] = "SimpleCache"  # in the memory of this process
    app.config.from_prefixed_env()  # FLASK_CACHE_TYPE=RedisCache FLASK_CACHE_REDIS_URL=redis://…
    cache.init_app(app)
    app.jinja_env.add_extension("flask_caching.jinja2ext.CacheExtension")
    # --8<-- [end:setup]
    app.register_blueprint(shop)

    @app.cli.command("reprice")
    @click.argument("name")
    @click.argument("cents", type=int)
    def reprice(name, cents):
        change(name, cents)

    return app


app = create_app()
