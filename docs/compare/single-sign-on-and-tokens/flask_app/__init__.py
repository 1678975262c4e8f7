"""Single sign-on and API tokens on Flask, with Authlib and Flask-Login."""

import os
from pathlib import Path

from flask import Flask, render_template
from flask_wtf import CSRFProtect

from . import api, sso
from .models import db

csrf = CSRFProtect()


def create_app():
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config.update(
        SECRET_KEY="for this example only",
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{data / 'db.sqlite3'}",
        TRUSTED_HOSTS=["127.0.0.1", "localhost"],  # the host goes into the callback's address
    )
    db.init_app(app)
    csrf.init_app(app)
    sso.init_app(app)
    app.register_blueprint(sso.bp)
    app.register_blueprint(api.bp)

    @app.get("/")
    def index():
        return render_template("index.html")

    @app.cli.command("init-db")
    def init_db():
        """Create the tables."""
        db.create_all()

    return app


app = create_app()
