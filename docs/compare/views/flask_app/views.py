"""The pages of the notes, as functions."""

from flask import Blueprint, redirect, render_template, url_for

from .keys import key_required
from .models import Note, db

# --8<-- [start:list]
notes = Blueprint("notes", __name__, url_prefix="/notes")


@notes.get("/")
def index():
    page = db.paginate(db.select(Note).order_by(Note.id), per_page=2)
    return render_template("notes/list.html", page=page)


@notes.get("/<int:note_id>/")
def detail(note_id):
    return render_template("notes/detail.html", note=db.get_or_404(Note, note_id))


# --8<-- [end:list]
# --8<-- [start:methods]
@notes.get("/count/")
def count():
    return {"notes": db.session.scalar(db.select(db.func.count(Note.id)))}


@notes.post("/<int:note_id>/archive/")
@key_required
def archive(note_id):
    db.get_or_404(Note, note_id).archived = True
    db.session.commit()
    return redirect(url_for("notes.detail", note_id=note_id))


# --8<-- [end:methods]
# --8<-- [start:mistake]
@key_required  # too late: the route below has the bare function
@notes.get("/export-open/")
def export_open():
    return "every note there is"


@notes.get("/export/")
@key_required
def export():
    return "every note there is"


# --8<-- [end:mistake]
