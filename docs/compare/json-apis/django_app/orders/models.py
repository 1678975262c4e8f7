"""The tables."""

from django.core.validators import MinValueValidator
from django.db import models


# --8<-- [start:model]
class Order(models.Model):
    number = models.CharField(max_length=20, unique=True)
    customer = models.CharField(max_length=80)


class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    sku = models.CharField(max_length=20)
    quantity = models.IntegerField(validators=[MinValueValidator(1)])


# --8<-- [end:model]
