"""The tables."""

from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80, unique=True)


class Book(models.Model):
    title = models.CharField(max_length=100)
    year = models.IntegerField()
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
