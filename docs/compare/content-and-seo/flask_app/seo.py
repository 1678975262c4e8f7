"""The pages for machines: sitemap, feed, old addresses."""

from datetime import UTC

from feedgen.feed import FeedGenerator
from flask import Blueprint, Response, current_app, redirect, render_template, request
from werkzeug.exceptions import Gone

from .models import Post, Redirect, db

bp = Blueprint("seo", __name__)


# --8<-- [start:sitemap]
@bp.get("/sitemap.xml")
def sitemap():
    text = render_template("sitemap.xml", posts=db.session.scalars(Post.public()))
    return Response(text, mimetype="application/xml")


# --8<-- [end:sitemap]
# --8<-- [start:feed]
@bp.get("/feed/")
def feed():
    base = current_app.config["BASE_URL"]
    feed = FeedGenerator()
    feed.id(f"{base}/")
    feed.title("Blog")
    feed.link(href=f"{base}/")
    feed.link(href=f"{base}/feed/", rel="self")
    for post in db.session.scalars(Post.public().limit(20)):
        entry = feed.add_entry(order="append")
        entry.id(base + post.path)
        entry.link(href=base + post.path)
        entry.title(post.title)
        entry.updated(post.published.replace(tzinfo=UTC))  # SQLite keeps no zone
    return Response(feed.atom_str(), mimetype="application/atom+xml")


# --8<-- [end:feed]
# --8<-- [start:redirects]
@bp.app_errorhandler(404)
def moved(error):
    found = db.session.get(Redirect, request.path)
    if found is None:
        return error
    if not found.new_path:
        return Gone()
    return redirect(found.new_path, 301)


# --8<-- [end:redirects]
