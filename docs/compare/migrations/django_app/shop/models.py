"""The customers of a shop."""

# --8<-- [start:model]
from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=100)
    sort_name = models.CharField(max_length=110)


# --8<-- [end:model]
