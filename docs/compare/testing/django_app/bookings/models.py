"""A booking is held until it expires."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone


def in_an_hour():
    return timezone.now() + timedelta(hours=1)


class Booking(models.Model):
    name = models.CharField(max_length=100)
    expires = models.DateTimeField(default=in_an_hour)

    def get_absolute_url(self):
        return reverse("booking", args=[self.pk])

    @property
    def held(self):
        return timezone.now() < self.expires
