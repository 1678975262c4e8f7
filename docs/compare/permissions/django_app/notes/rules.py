"""Rules about one note, asked through `user.has_perm(permission, note)`."""

# --8<-- [start:rules]
from django.contrib.auth.backends import BaseBackend

from .models import Note


class NoteRules(BaseBackend):
    def has_perm(self, user_obj, perm, obj=None):
        if perm != "notes.change_note" or not isinstance(obj, Note) or not user_obj.is_active:
            return False
        return obj.author_id == user_obj.pk or user_obj.has_perm(perm)


# --8<-- [end:rules]
