"""The tables of the warehouse, as `manage.py inspectdb --database warehouse` wrote them."""

# --8<-- [start:models]
from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=80)
    shelf = models.ForeignKey("Shelf", models.DO_NOTHING)

    class Meta:
        managed = False
        db_table = "item"


class Shelf(models.Model):
    room = models.CharField(max_length=20)

    class Meta:
        managed = False
        db_table = "shelf"


# --8<-- [end:models]
