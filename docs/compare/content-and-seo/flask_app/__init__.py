"""A blog that search engines and feed readers can read, on Flask."""

import os
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from . import seo, views
from .models import Post, Redirect, db


def create_app():
    app = Flask(__name__)
    data = Path(os.environ.get("APP_DATA", app.root_path))
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{data / 'db.sqlite3'}"
    # --8<-- [start:address]
    app.config["BASE_URL"] = "https://blog.example"
    # --8<-- [end:address]
    db.init_app(app)
    app.register_blueprint(views.bp)
    app.register_blueprint(seo.bp)
    return app


app = create_app()


@app.cli.command("init-db")
def init_db():
    """Create the tables, five posts, a draft and two old addresses."""
    db.create_all()
    for day in range(1, 6):
        when = datetime(2026, 11, day, 9, tzinfo=UTC)
        db.session.add(Post(slug=f"post-{day}", title=f"Post {day} & more", published=when))
    db.session.add(Post(slug="draft", title="Draft"))
    db.session.add(Redirect(old_path="/2019/first.html", new_path="/posts/post-1/"))
    db.session.add(Redirect(old_path="/2019/gone.html", new_path=""))
    db.session.commit()
