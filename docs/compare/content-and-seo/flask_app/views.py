"""The pages for people."""

# --8<-- [start:list]
from flask import Blueprint, render_template

from .models import Post, db

bp = Blueprint("views", __name__)


@bp.get("/")
def index():
    return render_template("index.html", posts=db.paginate(Post.public(), per_page=2))


# --8<-- [end:list]
@bp.get("/posts/<slug>/")
def detail(slug):
    return render_template("detail.html", post=db.one_or_404(Post.public().filter_by(slug=slug)))
