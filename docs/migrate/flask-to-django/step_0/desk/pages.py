"""What every page has: the filter for times, the language, a page that says that we live."""

from flask import Blueprint, abort, redirect, request, session, url_for
from flask_login import current_user

from .extensions import db

bp = Blueprint("pages", __name__)
LANGUAGES = ("en", "de")


@bp.app_template_filter("when")
def when(value):
    return value.strftime("%Y-%m-%d %H:%M")


@bp.get("/healthz")
def health():
    return {"ok": True}


@bp.post("/language")
def language():
    if request.form.get("language") not in LANGUAGES:
        abort(400)
    session["language"] = request.form["language"]
    if current_user.is_authenticated:
        current_user.language = session["language"]
        db.session.commit()
    return redirect(url_for("events.index"))
