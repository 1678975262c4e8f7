"""Read the archive, and keep events of any shape."""

from flask import Blueprint, request

from .models import Event, Invoice, db

bp = Blueprint("databases", __name__)


# --8<-- [start:composite]
@bp.get("/invoices/<int:year>/<int:number>/")
def invoice(year, number):
    found = db.get_or_404(Invoice, (year, number))
    paid = sum(payment.cents for payment in found.payments)
    return {"customer": found.customer, "paid": paid}


# --8<-- [end:composite]
# --8<-- [start:raw]
@bp.get("/totals/")
def totals():
    sql = """
        SELECT year, SUM(cents) FROM invoice JOIN payment USING (year, number)
        WHERE customer = :customer GROUP BY year ORDER BY year
    """
    archive = {"bind": db.engines["archive"]}
    rows = db.session.execute(db.text(sql), request.args.to_dict(), bind_arguments=archive)
    return {str(year): cents for year, cents in rows}


# --8<-- [end:raw]
# --8<-- [start:document]
@bp.post("/events/")
def create():
    event = Event(payload=request.json)
    db.session.add(event)
    db.session.commit()
    return {"id": event.id}, 201


@bp.get("/events/")
def events():
    wanted = Event.payload["by"]["name"].as_string() == request.args["name"]
    return [event.payload for event in db.session.scalars(db.select(Event).where(wanted))]


@bp.post("/events/<int:key>/seen/")
def seen(key):
    event = db.get_or_404(Event, key)
    event.payload["seen"] = True
    db.session.commit()
    return "", 204


# --8<-- [end:document]
