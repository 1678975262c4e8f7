"""The timetables that the plan allows."""

from flask import Blueprint, redirect, render_template, url_for
from flask_login import current_user, login_required
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from .models import Timetable, db

bp = Blueprint("pages", __name__)


class TimetableForm(FlaskForm):
    name = StringField("Name", [InputRequired(), Length(max=80)])


# --8<-- [start:timetables]
@bp.route("/timetables/", methods=["GET", "POST"])
@login_required
def timetables():
    form, status = TimetableForm(), 200
    if form.validate_on_submit():
        if len(current_user.timetables) < current_user.limit:
            db.session.add(Timetable(account_id=current_user.id, name=form.name.data))
            db.session.commit()
            return redirect(url_for("pages.timetables"))
        form.form_errors.append(f"Your plan keeps {current_user.limit}.")
        status = 402
    return render_template("timetables.html", form=form), status


# --8<-- [end:timetables]
