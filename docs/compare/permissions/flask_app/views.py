"""The views of the notes."""

from flask import Blueprint, abort, redirect, render_template, request, url_for

from .models import Note, db
from .rules import may, requires, visible_notes

bp = Blueprint("notes", __name__)


@bp.get("/")
def index():
    return render_template("index.html", notes=db.session.scalars(visible_notes()).all())


# --8<-- [start:role]
@bp.post("/notes/<int:pk>/publish/")
@requires("publish")
def publish(pk):
    db.get_or_404(Note, pk).published = True
    db.session.commit()
    return redirect(url_for("notes.index"))


# --8<-- [end:role]
# --8<-- [start:object]
@bp.post("/notes/<int:pk>/edit/")
def edit(pk):
    note = db.one_or_404(visible_notes().where(Note.id == pk))
    if not may("edit", note):
        abort(403)
    note.title = request.form["title"]
    db.session.commit()
    return redirect(url_for("notes.index"))


# --8<-- [end:object]
# --8<-- [start:mistake]
@bp.post("/notes/<int:pk>/pin/")  # no check: only the template hides the button
def pin(pk):
    db.get_or_404(Note, pk).pinned = True
    db.session.commit()
    return redirect(url_for("notes.index"))


# --8<-- [end:mistake]
