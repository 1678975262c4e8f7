"""What the owner may do: log in, add a bookmark, log out."""

from functools import wraps

from flask import Blueprint, current_app, redirect, render_template, session, url_for
from flask_wtf import CSRFProtect, FlaskForm
from werkzeug.security import check_password_hash
from wtforms import PasswordField, StringField, URLField
from wtforms.validators import URL, DataRequired, Length, ValidationError

from .models import Bookmark, db

bp = Blueprint("owner", __name__)
csrf = CSRFProtect()


class LogInForm(FlaskForm):
    password = PasswordField("Password", [DataRequired()])

    def validate_password(self, field):
        if not check_password_hash(current_app.config["OWNER_HASH"], field.data):
            raise ValidationError("This is not the password.")


class BookmarkForm(FlaskForm):
    title = StringField("Title", [DataRequired(), Length(max=100)])
    url = URLField("Address", [DataRequired(), Length(max=200), URL()])


def owner_only(view):
    @wraps(view)
    def guarded():
        return view() if "owner" in session else redirect(url_for("owner.log_in"))

    return guarded


@bp.route("/log-in/", methods=["GET", "POST"])
def log_in():
    form = LogInForm()
    if form.validate_on_submit():
        session["owner"] = True
        return redirect(url_for("owner.add"))
    return render_template("form.html", form=form, button="Log in")


@bp.route("/add/", methods=["GET", "POST"])
@owner_only
def add():
    form = BookmarkForm()
    if form.validate_on_submit():
        db.session.add(Bookmark(title=form.title.data, url=form.url.data))
        db.session.commit()
        return redirect(url_for("pages.index"))
    return render_template("form.html", form=form, button="Add")


@bp.post("/log-out/")
def log_out():
    session.clear()
    return redirect(url_for("pages.index"))
