"""What happens to stock and money; views, admin and commands only call it."""

import datetime as dt

from .models import Edition, Order, Payment, db


# --8<-- [start:sales]
def take(edition_id, quantity):
    """Take from the stock, if that much is there: one statement, so nobody comes between."""
    enough = db.update(Edition).where(Edition.id == edition_id, Edition.stock >= quantity)
    return bool(db.session.execute(enough.values(stock=Edition.stock - quantity)).rowcount)


def reserve(edition, quantity):
    if not take(edition.id, quantity):
        return None
    order = Order(edition=edition, quantity=quantity, total=edition.price * quantity)
    db.session.add(order)
    db.session.commit()
    return order


def book(token, reference, amount):
    locked = db.select(Order).filter_by(token=token).with_for_update()
    order = db.session.scalar(locked.execution_options(populate_existing=True))  # as it is now
    if db.session.scalar(db.select(Payment).filter_by(reference=reference)):
        return  # told before
    db.session.add(Payment(reference=reference, order_id=order.id, amount=amount))
    held, late = order.state == "reserved", order.state == "expired"
    if amount == order.total and (held or (late and take(order.edition_id, order.quantity))):
        order.state = "paid"
    else:
        order.state = "check"  # the money does not fit: a person has to look
    db.session.commit()


def release(minutes):
    before = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=minutes)
    unpaid = db.select(Order).where(Order.state == "reserved", Order.ordered_at <= before)
    for order in db.session.scalars(unpaid.with_for_update()):
        order.state = "expired"
        edition = db.update(Edition).where(Edition.id == order.edition_id)
        db.session.execute(edition.values(stock=Edition.stock + order.quantity))
    db.session.commit()


# --8<-- [end:sales]
