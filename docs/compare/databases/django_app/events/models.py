"""Events of any shape."""

from django.db import models


# --8<-- [start:document]
class Event(models.Model):
    payload = models.JSONField()


# --8<-- [end:document]
