"""The pages of the desk: events with their posters, and members."""

from functools import wraps
from uuid import uuid4

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user, login_required
from werkzeug.utils import secure_filename

from .extensions import db
from .forms import EventForm
from .models import Event, Member

bp = Blueprint("staff", __name__, url_prefix="/desk")


def staff_only(view):
    @wraps(view)
    @login_required
    def guarded(*args, **kwargs):
        return view(*args, **kwargs) if current_user.is_staff else abort(403)

    return guarded


@bp.route("/events/new", methods=["GET", "POST"], defaults={"id": None})
@bp.route("/events/<int:id>", methods=["GET", "POST"])
@staff_only
def event(id):
    event = db.get_or_404(Event, id) if id else Event(host_id=current_user.id)
    form = EventForm(obj=event)
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return render_template("staff/event.html", form=form, event=event), status
    poster = form.poster.data
    form.poster.data = keep(poster) if getattr(poster, "filename", None) else event.poster
    form.populate_obj(event)
    db.session.add(event)
    db.session.commit()
    flash(_("Saved."))
    return redirect(url_for("events.show", id=event.id))


def keep(poster):
    """Save an upload below a name of its own."""
    folder = current_app.config["UPLOADS"]
    folder.mkdir(exist_ok=True)
    name = f"{uuid4().hex[:8]}-{secure_filename(poster.filename)}"
    poster.save(folder / name)
    return name


@bp.post("/events/<int:id>/delete")
@staff_only
def delete_event(id):
    db.session.delete(db.get_or_404(Event, id))
    db.session.commit()
    flash(_("Deleted."))
    return redirect(url_for("events.index"))


@bp.get("/members/")
@staff_only
def members():
    found = db.session.scalars(db.select(Member).order_by(Member.email)).all()
    return render_template("staff/members.html", members=found)


@bp.post("/members/<int:id>/delete")
@staff_only
def delete_member(id):
    db.session.delete(db.get_or_404(Member, id))
    db.session.commit()
    flash(_("Deleted."))
    return redirect(url_for("staff.members"))
