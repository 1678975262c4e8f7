"""Notes on Flask: members write, editors publish."""

import os
from pathlib import Path

from flask import Flask, request
from flask_login import LoginManager, current_user
from flask_wtf import CSRFProtect
from werkzeug.security import generate_password_hash

from . import auth, views
from .models import Note, User, db
from .rules import may

login_manager = LoginManager()
login_manager.login_view = "auth.login"


@login_manager.user_loader
def load_user(user_id):
    return db.session.get(User, int(user_id))


# --8<-- [start:closed]
def require_login():
    if not current_user.is_authenticated and request.endpoint not in ("auth.login", "static"):
        return login_manager.unauthorized()
    return None


# --8<-- [end:closed]
def create_app():
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config["SECRET_KEY"] = "for this example only"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{data / 'db.sqlite3'}"
    db.init_app(app)
    CSRFProtect(app)
    login_manager.init_app(app)
    # --8<-- [start:wire]
    app.before_request(require_login)
    app.jinja_env.globals["may"] = may
    # --8<-- [end:wire]
    app.register_blueprint(auth.bp)
    app.register_blueprint(views.bp)

    @app.cli.command("seed")
    def seed():
        """Create the tables, three people and two notes."""
        db.create_all()
        for name, role in [("anna", "editor"), ("carl", "member"), ("dora", "member")]:
            # A cheap hash: this example is not about passwords.
            password = generate_password_hash("secret", "pbkdf2:sha256:1")
            db.session.add(User(name=name, role=role, password_hash=password))
        db.session.add(Note(title="By Carl", author_id=2))
        db.session.add(Note(title="By Dora", author_id=3, published=True))
        db.session.commit()

    return app


app = create_app()
