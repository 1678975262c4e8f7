"""Notes, and the permission that they add to Django's own four."""

from django.conf import settings
from django.db import models
from django.db.models import Q


# --8<-- [start:models]
class NoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.has_perm("notes.publish_note"):
            return self
        return self.filter(Q(published=True) | Q(author=user))


class Note(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    published = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        permissions = [("publish_note", "Can publish a note")]

    # --8<-- [end:models]
