"""The planner, put together from Flask and its extensions."""

import os
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect

from . import auth, billing, pages, reset
from .models import db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = Flask(__name__)
    app.config |= {
        "SECRET_KEY": os.environ.get("SECRET_KEY", "for development only"),
        "BILLING_SECRET": os.environ.get("BILLING_SECRET", "for development only"),
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{DATA / 'plan.sqlite3'}",
        "TRUSTED_HOSTS": ["127.0.0.1", "localhost"],  # mailed links name the host
        "MAIL": DATA / "mail",
    }
    db.init_app(app)
    auth.login_manager.init_app(app)
    CSRFProtect(app).exempt(billing.bp)  # the provider signs what it sends
    for part in (auth, reset, pages, billing):
        app.register_blueprint(part.bp)
    app.cli.command("init-db")(db.create_all)
    return app


app = create_app()
