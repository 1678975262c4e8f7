"""Notes to list, read, archive and delete, on Flask."""

import os
from pathlib import Path

from flask import Flask

from .api import NoteView
from .models import db
from .views import notes

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'notes.db'}"
    app.config["API_KEY"] = "for this example only"
    db.init_app(app)

    app.register_blueprint(notes)
    # --8<-- [start:register]
    app.add_url_rule("/api/notes/<int:note_id>/", view_func=NoteView.as_view("note_api"))
    # --8<-- [end:register]

    @app.cli.command("init-db")
    def init_db():
        """Create the tables that do not exist yet."""
        db.create_all()

    return app


app = create_app()
