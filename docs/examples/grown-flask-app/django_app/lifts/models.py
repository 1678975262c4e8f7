"""What the company keeps, in the tables that the old application made."""

from django.db import models


# --8<-- [start:models]
class Lift(models.Model):
    number = models.CharField(max_length=20)
    place = models.CharField(max_length=100)
    every_days = models.IntegerField()

    class Meta:
        db_table = "lift"

    def __str__(self):
        return f"{self.number} {self.place}"


class Inspection(models.Model):
    lift = models.ForeignKey(Lift, models.PROTECT)
    done_on = models.DateField()
    passed = models.BooleanField()
    note = models.TextField(blank=True)

    class Meta:
        db_table = "inspection"


# --8<-- [end:models]
