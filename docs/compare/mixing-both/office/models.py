"""Flask's table, as Django sees it."""

# --8<-- [start:model]
from django.db import models


class Product(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        managed = False  # Flask's migrations own the table
        db_table = "product"


# --8<-- [end:model]
