"""What everybody may read: the list as a page and as JSON."""

from flask import Blueprint, render_template

from .models import Bookmark, db

bp = Blueprint("pages", __name__)


def newest_first():
    return db.session.scalars(db.select(Bookmark).order_by(Bookmark.id.desc())).all()


@bp.get("/")
def index():
    return render_template("list.html", bookmarks=newest_first())


@bp.get("/bookmarks.json")
def as_json():
    return {"bookmarks": [{"title": b.title, "url": b.url} for b in newest_first()]}
