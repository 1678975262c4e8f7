"""The tables of the library, as Django models."""

# --8<-- [start:models]
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=200, unique=True)


class Tag(models.Model):
    name = models.CharField(max_length=50, unique=True)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    tags = models.ManyToManyField(Tag, related_name="books")

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(fields=["author", "title"], name="one_title_per_author"),
        ]


class Review(models.Model):
    rating = models.IntegerField()
    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="reviews")


# --8<-- [end:models]
