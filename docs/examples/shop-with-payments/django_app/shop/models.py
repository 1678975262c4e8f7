"""Editions with a stock, orders that reserve from it, and the payments that came in."""

import secrets

from django.db import models


# --8<-- [start:models]
class Edition(models.Model):
    title = models.CharField(max_length=100, unique=True)
    price = models.PositiveIntegerField(help_text="In cents.")
    stock = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(stock__gte=0), name="stock_not_negative")
        ]

    def __str__(self):
        return self.title


class Order(models.Model):
    class State(models.TextChoices):
        RESERVED = "reserved"
        PAID = "paid"
        SENT = "sent"
        EXPIRED = "expired"
        CHECK = "check"  # the money does not fit: a person has to look

    token = models.CharField(max_length=43, unique=True, default=secrets.token_urlsafe)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT)
    quantity = models.PositiveIntegerField()
    total = models.PositiveIntegerField()  # the price on the day of the order
    state = models.CharField(max_length=10, choices=State, default=State.RESERVED)
    ordered_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.quantity} of {self.edition}"


class Payment(models.Model):
    reference = models.CharField(max_length=80, unique=True)  # the provider's own
    order = models.ForeignKey(Order, on_delete=models.PROTECT)
    amount = models.IntegerField()


# --8<-- [end:models]
