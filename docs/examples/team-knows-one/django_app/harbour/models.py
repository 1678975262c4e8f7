"""The tables of the harbour's program, written by `inspectdb` and given shorter names."""

from django.db import models


# --8<-- [start:models]
class Holder(models.Model):
    no = models.IntegerField(primary_key=True)
    name = models.TextField()
    address = models.TextField()

    class Meta:
        managed = False
        db_table = "hb_holder"

    def __str__(self):
        return self.name


class Berth(models.Model):
    code = models.TextField(primary_key=True)
    length_cm = models.IntegerField()

    class Meta:
        managed = False
        db_table = "hb_berth"

    def __str__(self):
        return self.code


class Contract(models.Model):
    pk = models.CompositePrimaryKey("berth_id", "year")
    berth = models.ForeignKey(Berth, models.DO_NOTHING, db_column="berth")
    year = models.IntegerField()
    holder = models.ForeignKey(Holder, models.DO_NOTHING, db_column="holder")
    fee = models.IntegerField()

    class Meta:
        managed = False
        db_table = "hb_contract"

    def __str__(self):
        return f"{self.berth_id} {self.year}: {self.holder}, {self.fee}"


# --8<-- [end:models]
