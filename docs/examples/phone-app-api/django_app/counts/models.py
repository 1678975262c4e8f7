"""Volunteers, their phones, and what they counted."""

import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Django advises to start a project with a user model of its own."""


# --8<-- [start:models]
class Phone(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=60)
    refresh = models.CharField(max_length=64)  # digests, from which nobody makes a token
    replaced = models.CharField(max_length=64, blank=True)


class Count(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    uid = models.UUIDField()  # made by the phone
    walk = models.CharField(max_length=20)
    day = models.DateField()
    species = models.CharField(max_length=60)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "uid"], name="sent_once")]


# --8<-- [end:models]
