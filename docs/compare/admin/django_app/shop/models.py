"""What the shop sells."""

from django.db import models


# --8<-- [start:product]
class Product(models.Model):
    sku = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    stock = models.PositiveIntegerField()
    published = models.BooleanField(default=False)
    added = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name


# --8<-- [end:product]
