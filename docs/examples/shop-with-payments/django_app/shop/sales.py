"""What happens to stock and money; views, admin and commands only call it."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .models import Edition, Order, Payment


# --8<-- [start:sales]
def take(edition_id, quantity):
    """Take from the stock, if that much is there: one statement, so nobody comes between."""
    enough = Edition.objects.filter(pk=edition_id, stock__gte=quantity)
    return bool(enough.update(stock=F("stock") - quantity))


@transaction.atomic
def reserve(edition, quantity):
    if take(edition.pk, quantity):
        total = edition.price * quantity
        return Order.objects.create(edition=edition, quantity=quantity, total=total)
    return None


@transaction.atomic
def book(token, reference, amount):
    order = Order.objects.select_for_update().get(token=token)
    made = {"order": order, "amount": amount}
    if not Payment.objects.get_or_create(reference=reference, defaults=made)[1]:
        return  # told before
    held = order.state == Order.State.RESERVED
    late = order.state == Order.State.EXPIRED
    if amount == order.total and (held or (late and take(order.edition_id, order.quantity))):
        order.state = Order.State.PAID
    else:
        order.state = Order.State.CHECK
    order.save(update_fields=["state"])


@transaction.atomic
def release(minutes):
    before = timezone.now() - dt.timedelta(minutes=minutes)
    unpaid = Order.objects.filter(state=Order.State.RESERVED, ordered_at__lte=before)
    for order in unpaid.select_for_update():
        order.state = Order.State.EXPIRED
        order.save(update_fields=["state"])
        Edition.objects.filter(pk=order.edition_id).update(stock=F("stock") + order.quantity)


# --8<-- [end:sales]
