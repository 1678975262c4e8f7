"""The invoices of another program."""

# --8<-- [start:archive]
from django.db import models


class Invoice(models.Model):
    pk = models.CompositePrimaryKey("year", "number")
    year = models.IntegerField()
    number = models.IntegerField()
    customer = models.CharField(max_length=100)

    class Meta:
        managed = False
        db_table = "invoice"


class Payment(models.Model):
    year = models.IntegerField()
    number = models.IntegerField()
    cents = models.IntegerField()
    invoice = models.ForeignObject(
        Invoice,
        on_delete=models.DO_NOTHING,
        from_fields=("year", "number"),
        to_fields=("year", "number"),
        related_name="payments",
    )

    class Meta:
        managed = False
        db_table = "payment"


# --8<-- [end:archive]
