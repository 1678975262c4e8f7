"""One note as JSON: a class with a method for each HTTP method."""

# --8<-- [start:class]
from flask.views import MethodView

from .keys import key_required
from .models import Note, db


class NoteView(MethodView):
    decorators = [key_required]

    def get(self, note_id):
        note = db.get_or_404(Note, note_id)
        return {"title": note.title, "archived": note.archived}

    def delete(self, note_id):
        db.session.delete(db.get_or_404(Note, note_id))
        db.session.commit()
        return "", 204


# --8<-- [end:class]
