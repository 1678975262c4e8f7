"""A gallery: a style sheet, and files that visitors upload."""

import os
from pathlib import Path

from flask import render_template

from . import uploads
from .versions import VersionedFlask, add_version


# --8<-- [start:app]
def create_app():
    app = VersionedFlask(__name__)
    data = Path(os.environ.get("APP_DATA", app.instance_path))
    app.config.from_mapping(
        UPLOADS=data / "uploads",
        MAX_CONTENT_LENGTH=1_000_000,  # bytes of the whole request; Flask sets no limit
    )
    app.config["UPLOADS"].mkdir(parents=True, exist_ok=True)
    app.url_defaults(add_version)
    app.register_blueprint(uploads.bp)
    # --8<-- [end:app]

    @app.get("/")
    def home():
        return render_template("home.html")

    return app


app = create_app()
