"""A product."""

from django.db import models


# --8<-- [start:model]
class Product(models.Model):
    name = models.CharField(max_length=100)
    price = models.IntegerField()
    weight = models.IntegerField(null=True)  # in grams


# --8<-- [end:model]
