"""Accounts on Flask: Flask-Login, Flask-WTF, Flask-SQLAlchemy and what joins them."""

import os
from pathlib import Path

from flask import Flask, render_template, session
from flask_login import LoginManager, login_required
from flask_wtf import CSRFProtect

from . import auth, reset
from .models import User, db


# --8<-- [start:parts]
def create_app():
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config.from_mapping(
        SECRET_KEY="for this example only",
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{data / 'db.sqlite3'}",
        TRUSTED_HOSTS=["127.0.0.1", "localhost"],  # or the reset mail links to any Host sent
        MAIL_FOLDER=data / "mail",
    )
    db.init_app(app)
    CSRFProtect(app)  # without it, only posts that reach a FlaskForm are checked
    login_manager = LoginManager(app)
    login_manager.login_view = "auth.login"

    @login_manager.user_loader
    def load_user(session_id):
        return db.session.scalar(db.select(User).filter_by(session_id=session_id))

    app.register_blueprint(auth.bp)
    app.register_blueprint(reset.bp)
    # --8<-- [end:parts]

    @app.get("/")
    def home():
        session["visits"] = session.get("visits", 0) + 1
        return render_template("home.html")

    # --8<-- [start:page]
    @app.get("/account/")
    @login_required
    def account():
        return render_template("account.html")

    # --8<-- [end:page]

    @app.cli.command("init-db")
    def init_db():
        """Create the tables."""
        db.create_all()

    return app


app = create_app()
