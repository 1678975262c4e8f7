"""What annotators and the lead see."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from sqlalchemy import distinct, func, select, update
from wtforms import RadioField
from wtforms.validators import InputRequired

from . import store
from .models import Person, Species, Task, db, hand_out

bp = Blueprint("labels", __name__)


# --8<-- [start:who]
@bp.before_app_request
def who():
    """The gateway signs people in, and strips this header from what comes from outside."""
    name = request.headers.get("X-Remote-User", "")
    g.person = db.session.scalar(select(Person).filter_by(name=name)) or abort(403)


# --8<-- [end:who]
class LabelForm(FlaskForm):
    species = RadioField("What do you see?", [InputRequired()], coerce=int)


def filled_form():
    form = LabelForm()
    form.species.choices = [(s.id, s.name) for s in db.session.scalars(select(Species))]
    return form


# --8<-- [start:label]
@bp.get("/")
def index():
    task = hand_out(g.person)
    return render_template("label.html", task=task, form=filled_form(), address=store.address)


@bp.post("/tasks/<int:key>/")
def label(key):
    form = filled_form()
    if form.validate_on_submit():
        mine = update(Task).filter_by(id=key, person_id=g.person.id, species_id=None)
        if not db.session.execute(mine.values(species_id=form.species.data)).rowcount:
            abort(409, "This picture is labelled, or has gone to somebody else.")
        db.session.commit()
    return redirect(url_for(".index"))


# --8<-- [end:label]
# --8<-- [start:agreement]
@bp.get("/agreement/")
def agreement():
    if not g.person.is_lead:
        abort(403)
    seen = func.count(distinct(Task.species_id))
    twice = (
        select(Task.picture, seen).group_by(Task.picture).having(func.count(Task.species_id) == 2)
    )
    pairs = db.session.execute(twice.order_by(Task.picture)).all()
    disputed = [picture for picture, seen in pairs if seen == 2]
    return render_template("agreement.html", pairs=pairs, disputed=disputed)


# --8<-- [end:agreement]
