"""The screens of the office, for any table that is named here."""

import datetime as dt

from flask import Blueprint, abort, redirect, render_template, request, url_for

from .auth import needs
from .models import Inspection, Lift, db

# --8<-- [start:admin]
bp = Blueprint("admin", __name__)
SCREENS = {"lift": Lift, "inspection": Inspection}
READ = {
    bool: lambda text: text == "on",
    dt.date: dt.date.fromisoformat,
    int: int,
    str: str.strip,
}


def columns_of(name):
    model = SCREENS.get(name) or abort(404)
    return model, [column for column in model.__table__.columns if not column.primary_key]


@bp.get("/<name>/")
@needs("view")
def index(name):
    model, columns = columns_of(name)
    records = db.session.scalars(db.select(model).order_by(model.id))
    return render_template("list.html", name=name, columns=columns, records=records)


@bp.route("/<name>/add", methods=["GET", "POST"])
@bp.route("/<name>/<int:number>", methods=["GET", "POST"])
@needs("change")
def edit(name, number=None):
    model, columns = columns_of(name)
    record = db.get_or_404(model, number) if number else model()
    if request.method != "POST":
        return render_template("edit.html", name=name, columns=columns, record=record)
    for column in columns:
        try:
            value = READ[column.type.python_type](request.form.get(column.key, ""))
        except ValueError:
            abort(400, f"{column.key} is not right.")
        setattr(record, column.key, value)
    db.session.add(record)
    db.session.commit()
    return redirect(url_for(".index", name=name))


# --8<-- [end:admin]
