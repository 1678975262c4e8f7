"""The table of the Django app; users and sessions are Django's own."""

from django.db import models


class Book(models.Model):
    id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=100)
    author = models.CharField(max_length=100)
    pages = models.IntegerField()

    class Meta:
        db_table = "book"
