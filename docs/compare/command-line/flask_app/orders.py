"""Orders: the page that counts them and the command that deletes old ones."""

# --8<-- [start:command]
from datetime import UTC, datetime, timedelta

import click
from flask import Blueprint
from sqlalchemy import delete, func, select

from .models import Order, db

bp = Blueprint("orders", __name__)


@bp.cli.command("purge")
@click.argument("state", type=click.Choice(["cancelled", "expired"]))
@click.option("--days", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--dry-run", is_flag=True, help="Only say how many.")
def purge(state, days, dry_run):
    """Delete the orders in STATE that are older than a number of days."""
    before = datetime.now(UTC) - timedelta(days=days)
    old = (Order.state == state, Order.placed < before)
    count = db.session.scalar(select(func.count(Order.id)).where(*old))
    click.echo(f"{count} orders {state} before {before:%Y-%m-%d}")
    if not dry_run:
        db.session.execute(delete(Order).where(*old))
        db.session.commit()


# --8<-- [end:command]
@bp.get("/orders/")
def count():
    return str(db.session.scalar(select(func.count(Order.id))))
