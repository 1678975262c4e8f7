"""Register for the event, and withdraw again."""

from flask import Blueprint, redirect, render_template, request, url_for

from .forms import RegistrationForm
from .models import Registration, db

events = Blueprint("events", __name__)


# --8<-- [start:view]
@events.route("/", methods=["GET", "POST"])
def register():
    form = RegistrationForm()
    if form.validate_on_submit():
        registration = Registration()
        form.populate_obj(registration)
        db.session.add(registration)
        db.session.commit()
        return redirect(url_for("events.thanks"))
    return render_template("register.html", form=form)


# --8<-- [end:view]
@events.get("/thanks/")
def thanks():
    return render_template("thanks.html")


# --8<-- [start:withdraw]
@events.post("/withdraw/")
def withdraw():  # a real one would first prove whose address it is
    db.session.execute(db.delete(Registration).filter_by(email=request.form["email"]))
    db.session.commit()
    return redirect(url_for("events.register"))


# --8<-- [end:withdraw]
