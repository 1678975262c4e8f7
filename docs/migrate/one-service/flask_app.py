"""Tracking as a service of its own: first on the shop's tables, in step 4 on its own."""

import os
from datetime import UTC, datetime

import click
from flask import Flask, abort, request
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, create_engine, select

# --8<-- [start:tables]
OWN = int(os.environ["TRACKING_STEP"]) >= 4
shop_engine = create_engine(os.environ["SHOP_DATABASE_URL"])
own_engine = create_engine(os.environ["OWN_DATABASE_URL"])
engine = own_engine if OWN else shop_engine


def tables(parcels, scans):
    """The columns are the same in both databases, and only these are used."""
    metadata = MetaData()
    return Table(parcels, metadata, Column("number", String(20), primary_key=True)), Table(
        scans,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("number", String(20), nullable=False, index=True),
        Column("place", String(100), nullable=False),
        Column("at", DateTime, nullable=False),
        Column("by_id", Integer, nullable=False),
    )


shop = tables("shop_order", "tracking_scan")
own = tables("parcel", "scan")
parcels, scans = own if OWN else shop
# --8<-- [end:tables]
app = Flask(__name__)


# --8<-- [start:who]
def who():
    """Whom the shop let in, as it signed some minutes ago; no form of another site.

    Behind a proxy that ends TLS, `host_url` says https only with Werkzeug's ProxyFix.
    """
    if request.headers.get("Origin") != request.host_url.rstrip("/"):
        abort(403)
    try:
        signed = URLSafeTimedSerializer(os.environ["WHO_KEY"], salt="who")
        return signed.loads(request.cookies.get("who", ""), max_age=300)
    except BadData:
        abort(403)


# --8<-- [end:who]
# --8<-- [start:views]
@app.get("/tracking/<number>/")
def parcel(number):
    seen = select(scans.c.place, scans.c.at).where(scans.c.number == number).order_by(scans.c.at)
    with engine.connect() as db:
        known(db, number)
        # Django stores UTC without saying so; the answer has to say so.
        found = [
            {"place": s.place, "at": s.at.replace(tzinfo=UTC).isoformat()} for s in db.execute(seen)
        ]
    return {"scans": found}


@app.post("/tracking/<number>/")
def scan(number):
    person = who()
    if not person["driver"]:
        abort(403)
    now = datetime.now(UTC).replace(tzinfo=None)
    row = {"number": number, "place": request.form["place"], "at": now, "by_id": person["id"]}
    with engine.begin() as db:
        known(db, number)
        db.execute(scans.insert(), row)
    return {}, 201


def known(db, number):
    if db.scalar(select(parcels.c.number).where(parcels.c.number == number)) is None:
        abort(404)


@app.errorhandler(404)
def unknown(error):
    return {"error": "unknown number"}, 404


# --8<-- [end:views]
# --8<-- [start:own]
@app.put("/tracking/<number>/")
def announce(number):
    """The shop has a new order."""
    try:
        signed = URLSafeTimedSerializer(os.environ["WHO_KEY"], salt="shop")
        meant = signed.loads(request.headers.get("Authorization", ""), max_age=60)
    except BadData:
        abort(403)
    if meant != number:
        abort(403)
    with engine.begin() as db:
        db.execute(parcels.insert().prefix_with("OR IGNORE", dialect="sqlite"), {"number": number})
    return {}, 201


@app.cli.command()
@click.option("--back", is_flag=True, help="From the service to the shop: the way back.")
def copy(back):
    """Copy what the other side does not have yet. It may run as often as you like."""
    own[0].metadata.create_all(own_engine)
    sides = [(shop_engine, shop), (own_engine, own)]
    (source, theirs), (target, ours) = reversed(sides) if back else sides
    for number, (left, right) in enumerate(zip(theirs, ours, strict=True)):
        if back and number == 0:
            continue  # orders are the shop's
        names = [column.name for column in left.columns if column.name != "id"]
        with source.connect() as here, target.begin() as there:
            had = set(there.execute(select(*(right.c[name] for name in names))))
            rows = set(here.execute(select(*(left.c[name] for name in names)))) - had
            for row in rows:
                there.execute(right.insert(), row._asdict())
        print(f"{len(rows)} rows to {right.name}")


# --8<-- [end:own]
