"""A letter belongs to the place that it was written in."""

from django.db import models


class Letter(models.Model):
    place = models.CharField(max_length=50, db_index=True)
    text = models.TextField()
