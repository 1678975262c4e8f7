"""The seats of a show on the morning of a sale, beside the Django site that owns them."""

import os
from datetime import UTC, datetime, timedelta

from flask import Flask, abort, request
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import MetaData, Table, create_engine, exists, select
from sqlalchemy.exc import IntegrityError

# --8<-- [start:tables]
engine = create_engine(os.environ["HALL_DATABASE_URL"])
metadata = MetaData()
seats = Table("hall_seat", metadata, autoload_with=engine)  # the site's migrations own both
holds = Table("hall_hold", metadata, autoload_with=engine)

taken = exists().where(holds.c.seat_id == seats.c.id)
numbers = select(seats.c.number).where(~seats.c.sold).order_by(seats.c.number)
# --8<-- [end:tables]
# --8<-- [start:member]
tokens = URLSafeTimedSerializer(os.environ["SEATS_KEY"], salt="seats")  # not the site's SECRET_KEY


def member():
    """Whom the site let in: it signed the member's id a few minutes ago."""
    sent = request.authorization
    try:
        return tokens.loads(sent.token if sent and sent.token else "", max_age=300)
    except BadData:
        abort(403)


# --8<-- [end:member]
app = Flask(__name__)


# --8<-- [start:seats]
@app.get("/shows/<int:show>/seats")
def free(show):
    held = taken.where(holds.c.until > datetime.now(UTC))
    with engine.connect() as db:
        found = db.scalars(numbers.where(seats.c.show_id == show, ~held))
        return {"free": found.all()}


@app.post("/shows/<int:show>/holds")
def hold(show):
    who, now = member(), datetime.now(UTC)
    number = request.form.get("seat")
    wanted = select(seats.c.id).where(seats.c.show_id == show, seats.c.number == number)
    with engine.begin() as db:
        seat = db.scalar(wanted.where(~seats.c.sold)) or abort(404)
        db.execute(holds.delete().where(holds.c.seat_id == seat, holds.c.until <= now))
        try:
            until = now + timedelta(minutes=10)
            db.execute(holds.insert().values(seat_id=seat, member_id=who, until=until))
        except IntegrityError:
            abort(409)
    return {}, 201


# --8<-- [end:seats]
