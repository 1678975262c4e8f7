"""The one table."""

from django.db import models


# --8<-- [start:table]
class Event(models.Model):
    id = models.CharField(max_length=100, primary_key=True)
    body = models.BinaryField()
    received_at = models.DateTimeField(auto_now_add=True)
    tries = models.PositiveIntegerField(default=0)
    booked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["tries", "received_at"]


# --8<-- [end:table]
