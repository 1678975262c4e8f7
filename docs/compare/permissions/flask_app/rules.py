"""Who may do what: one function that views, templates and lists ask."""

# --8<-- [start:rules]
from functools import wraps

from flask import abort
from flask_login import current_user

from .models import Note, db

ROLES = {"editor": {"publish", "edit"}, "member": set()}


def may(action, note=None):
    if action in ROLES[current_user.role]:
        return True
    return action == "edit" and note is not None and note.author_id == current_user.id


def requires(action):
    def decorate(view):
        @wraps(view)
        def checked(*args, **kwargs):
            if not may(action):
                abort(403)
            return view(*args, **kwargs)

        return checked

    return decorate


def visible_notes():
    notes = db.select(Note).order_by(Note.id)
    if may("publish"):
        return notes
    return notes.where(Note.published | (Note.author_id == current_user.id))


# --8<-- [end:rules]
