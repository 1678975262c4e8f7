"""Shows, their seats, and who holds one."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Show(models.Model):
    title = models.CharField(max_length=100)


class Seat(models.Model):
    show = models.ForeignKey(Show, models.CASCADE)
    number = models.CharField(max_length=10)
    sold = models.BooleanField(db_default=False)

    class Meta:
        ordering = ["number"]


# --8<-- [start:hold]
class Hold(models.Model):
    seat = models.OneToOneField(Seat, models.CASCADE)  # unique: one hold at a time
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    until = models.DateTimeField()
    made_at = models.DateTimeField(db_default=Now())  # in the database, so also for the service


# --8<-- [end:hold]
