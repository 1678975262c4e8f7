"""The table of notes."""

from django.db import models


class Note(models.Model):
    title = models.CharField(max_length=100)
    archived = models.BooleanField(default=False)
