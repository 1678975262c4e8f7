"""What the tool keeps for the time of the campaign: who has which picture, and what they saw."""

import datetime as dt

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

LEASE = dt.timedelta(minutes=30)


class Species(models.Model):
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        verbose_name_plural = "species"

    def __str__(self):
        return self.name


# --8<-- [start:task]
class Task(models.Model):
    """One of the two looks that every picture gets."""

    picture = models.CharField(max_length=200)
    look = models.PositiveSmallIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    given_at = models.DateTimeField(null=True)
    species = models.ForeignKey(Species, models.PROTECT, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "look"], name="two_looks"),
            models.UniqueConstraint(fields=["picture", "person"], name="two_people"),
        ]


# --8<-- [end:task]
# --8<-- [start:hand-out]
def hand_out(person):
    """The picture that this person holds, or the next one, or None."""
    now = timezone.now()
    mine, undone = Task.objects.filter(person=person), Task.objects.filter(species=None)
    held = undone.filter(person=person).select_for_update()
    free = undone.filter(Q(person=None) | Q(given_at__lte=now - LEASE))
    first = free.exclude(picture__in=mine.values("picture")).order_by("pk")
    with transaction.atomic():
        people = get_user_model().objects.select_for_update()
        people.get(pk=person.pk)  # two tabs of one person take turns
        task = held.first() or first.select_for_update(skip_locked=True).first()
        if task:
            task.person, task.given_at = person, now
            task.save()
    return task


# --8<-- [end:hand-out]
