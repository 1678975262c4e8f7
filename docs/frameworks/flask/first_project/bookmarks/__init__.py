# --8<-- [start:table]
"""Bookmarks that everybody may read and their owner keeps."""

import os

from flask import Flask

from .models import db


def create_app(**settings):
    app = Flask(__name__)
    app.config.from_mapping(
        SECRET_KEY="dev",
        OWNER_HASH=os.environ.get("OWNER_HASH", ""),
        SQLALCHEMY_DATABASE_URI="sqlite:///bookmarks.sqlite3",
    )
    app.config.from_mapping(settings)
    db.init_app(app)

    @app.cli.command()
    def init_db():
        db.create_all()

    # --8<-- [end:table]

    # --8<-- [start:pages]
    from . import pages

    app.register_blueprint(pages.bp)
    # --8<-- [end:pages]

    # --8<-- [start:owner]
    from . import owner

    owner.csrf.init_app(app)
    app.register_blueprint(owner.bp)
    # --8<-- [end:owner]

    # --8<-- [start:return]
    return app
    # --8<-- [end:return]
