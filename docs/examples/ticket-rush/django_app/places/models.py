"""Tours, their places, and the tickets, which have a place or wait for one."""

from django.db import models


# --8<-- [start:models]
class Tour(models.Model):
    pass


class Ticket(models.Model):
    id = models.BigAutoField(primary_key=True)  # the order of the line
    tour = models.ForeignKey(Tour, on_delete=models.CASCADE)
    key = models.UUIDField()  # made by the browser: whoever sends twice has one ticket

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tour", "key"], name="one_ticket_a_key")]


class Place(models.Model):
    tour = models.ForeignKey(Tour, on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    ticket = models.OneToOneField(Ticket, on_delete=models.SET_NULL, null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tour", "number"], name="one_of_a_number")]


# --8<-- [end:models]
