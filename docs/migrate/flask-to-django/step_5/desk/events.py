"""The pages on which members see events, book and cancel."""

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    send_from_directory,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user, login_required

from .booking import Refused, book_place
from .extensions import db
from .forms import BookingForm
from .models import Booking, Event

bp = Blueprint("events", __name__)


@bp.get("/")
def index():
    events = db.session.scalars(db.select(Event).order_by(Event.starts_at, Event.id)).all()
    return render_template("events/index.html", events=events)


@bp.get("/events/")
def listing():
    return redirect(url_for("events.index"))


@bp.get("/events/<int:id>")
def show(id):
    return page(db.get_or_404(Event, id), BookingForm())


def page(event, form):
    mine = None
    if current_user.is_authenticated:
        mine = next((one for one in event.bookings if one.member_id == current_user.id), None)
    status = 422 if form.errors else 200
    return render_template(
        "events/show.html", event=event, bookings=event.bookings, mine=mine, form=form
    ), status


@bp.post("/events/<int:id>/book")
@login_required
def book(id):
    event, form = db.get_or_404(Event, id), BookingForm()
    if not form.validate():
        return page(event, form)
    try:
        book_place(event, current_user, form.note.data)
    except Refused as reason:
        flash(str(reason))
    else:
        flash(_("Your place is booked."))
    return redirect(url_for("events.show", id=id))


@bp.post("/events/<int:id>/cancel")
@login_required
def cancel(id):
    wanted = db.select(Booking).filter_by(event_id=id, member_id=current_user.id)
    db.session.delete(db.session.scalar(wanted) or abort(404))
    db.session.commit()
    flash(_("Your booking is cancelled."))
    return redirect(url_for("events.show", id=id))


@bp.get("/uploads/<name>")
def upload(name):
    return send_from_directory(current_app.config["UPLOADS"], name)
