"""A shop whose code is to survive an upgrade, with Flask."""

import os
from pathlib import Path

from flask import Flask

from . import after, before
from .models import Product, db

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


def create_app(uri=f"sqlite:///{DATA}/shop.sqlite3"):
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = uri
    db.init_app(app)
    app.register_blueprint(before.pages, url_prefix="/before")
    app.register_blueprint(after.pages)

    with app.app_context():
        db.create_all()
        db.session.merge(Product(id=1, name="Lamp"))
        db.session.commit()
    return app


app = create_app()
