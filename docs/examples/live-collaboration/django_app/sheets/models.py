"""A running order: the office owns its title and lock, the stages its text."""

# --8<-- [start:model]
from django.db import models
from django.db.models import F


class Sheet(models.Model):
    title = models.CharField(max_length=100)
    locked = models.BooleanField(default=False)
    text = models.TextField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self):
        return self.title

    async def awrite(self, base, text):
        """Write, if nobody else has since `base` and the office has not locked it."""
        writable = Sheet.objects.filter(pk=self.pk, version=base, locked=False)
        return await writable.aupdate(text=text, version=F("version") + 1)


# --8<-- [end:model]
