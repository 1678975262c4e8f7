"""What the desk keeps: items, borrowers and loans."""

from django.db import models
from django.utils import timezone


# --8<-- [start:records]
class Item(models.Model):
    number = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["number"]

    def __str__(self):
        return f"{self.number} {self.name}"


class Borrower(models.Model):
    name = models.CharField(max_length=100)
    email = models.EmailField(unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


# --8<-- [end:records]
# --8<-- [start:loan]
class Loan(models.Model):
    item = models.ForeignKey(Item, on_delete=models.PROTECT)
    borrower = models.ForeignKey(Borrower, on_delete=models.PROTECT)
    lent_on = models.DateField(default=timezone.localdate)
    due_on = models.DateField()
    returned_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-lent_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=models.Q(returned_on__isnull=True),
                name="one_open_loan_per_item",
                violation_error_message="This item is already on loan.",
            )
        ]

    def __str__(self):
        return f"{self.item} to {self.borrower}"


# --8<-- [end:loan]
