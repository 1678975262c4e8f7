"""Products with a stock, and orders for them."""

from django.db import models


# --8<-- [start:version]
class Product(models.Model):
    stock = models.IntegerField()
    version = models.IntegerField(default=1)


# --8<-- [end:version]
class Line(models.Model):
    product = models.ForeignKey(Product, on_delete=models.CASCADE)
    quantity = models.IntegerField()
