"""A shop ready for production, with Flask."""

import os
from pathlib import Path

from flask import Flask, render_template, request

from .db import db
from .health import answer_probes

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
RELEASE = DATA / "RELEASE"  # read once, as code is


# --8<-- [start:app]
def create_app():
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=os.environ["SECRET_KEY"],  # missing: no start
        TRUSTED_HOSTS=["shop.example", "127.0.0.1"],
        SESSION_COOKIE_SECURE=True,
        SQLALCHEMY_DATABASE_URI=os.environ.get("DATABASE_URL", f"sqlite:///{DATA}/shop.sqlite3"),
    )
    db.init_app(app)
    app.before_request(answer_probes)
    # --8<-- [end:app]
    release = int(RELEASE.read_text()) if RELEASE.exists() else 1

    @app.get("/")
    def home():
        return render_template("home.html", release=release)

    @app.post("/orders/")
    def order():
        return {"items": len(request.get_json()), "release": release}

    return app


app = create_app()
