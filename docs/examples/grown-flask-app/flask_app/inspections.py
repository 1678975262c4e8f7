"""The page for which all of this was once begun."""

import datetime as dt

from flask import Blueprint, render_template
from sqlalchemy.orm import selectinload

from .models import Lift, db
from .rules import is_overdue

bp = Blueprint("inspections", __name__)


@bp.get("/")
def overdue():
    lifts = db.select(Lift).options(selectinload(Lift.inspections)).order_by(Lift.number)
    late = [
        lift
        for lift in db.session.scalars(lifts)
        if is_overdue(
            lift.every_days, [i.done_on for i in lift.inspections if i.passed], dt.date.today()
        )
    ]
    return render_template("overdue.html", lifts=late)
