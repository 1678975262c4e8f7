"""A list of customers whose table changed once, on Flask with Flask-Migrate."""

import os
from pathlib import Path

from flask import Flask
from flask_migrate import Migrate

from .models import Customer, db

HERE = Path(__file__).parent
DATA = Path(os.environ.get("APP_DATA", HERE)).resolve()


# --8<-- [start:migrate]
def create_app():
    app = Flask(__name__)
    default = f"sqlite:///{DATA / 'shop.sqlite3'}"
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", default)
    db.init_app(app)
    Migrate(app, db, directory=HERE / "migrations")  # adds the command `flask db`
    # --8<-- [end:migrate]

    @app.get("/customers/")
    def customers():
        found = db.session.scalars(db.select(Customer).order_by(Customer.sort_name))
        return {"customers": [customer.sort_name for customer in found]}

    return app


app = create_app()
