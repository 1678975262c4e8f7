"""The tables of the warehouse system, written by `manage.py inspectdb` and given shorter names."""

from django.db import models


# --8<-- [start:models]
class Article(models.Model):
    sku = models.TextField(primary_key=True)
    title = models.TextField()
    cost = models.IntegerField()
    counted_on = models.DateField()

    class Meta:
        managed = False
        db_table = "wh_article"


class Bin(models.Model):
    pk = models.CompositePrimaryKey("sku", "bin")
    sku = models.ForeignKey(Article, models.DO_NOTHING, db_column="sku")
    bin = models.TextField()
    quantity = models.IntegerField()
    reserved = models.IntegerField()

    class Meta:
        managed = False
        db_table = "wh_bin"


# --8<-- [end:models]
