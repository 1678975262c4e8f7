"""The price list."""

from flask import Blueprint, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from .auth import staff_required
from .forms import PartForm
from .models import Part, db

parts = Blueprint("parts", __name__, url_prefix="/parts")


def show(problem=""):
    found = db.session.scalars(db.select(Part).order_by(Part.name)).all()
    return render_template("parts/index.html", parts=found, problem=problem)


@parts.get("/")
def index():
    """The list is public."""
    return show()


@parts.route("/new/", methods=["GET", "POST"])
@staff_required
def new():
    form = PartForm()
    if form.validate_on_submit():
        db.session.add(Part(name=form.name.data, price=form.price.data))
        db.session.commit()
        return redirect(url_for("parts.index"))
    return render_template("form.html", form=form, title=_("New part"))


@parts.post("/<int:id>/delete/")
@staff_required
def delete(id):
    db.session.delete(db.get_or_404(Part, id))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return show(_("This part is used in a job.")), 409
    return redirect(url_for("parts.index"))
