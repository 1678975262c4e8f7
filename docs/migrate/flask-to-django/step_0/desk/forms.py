"""The forms."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileAllowed, FileField, FileSize
from wtforms import DateTimeLocalField, IntegerField, PasswordField, StringField, TextAreaField
from wtforms.validators import DataRequired, Email, Length, NumberRange, Optional

from .settings import LARGEST_POSTER


class LoginForm(FlaskForm):
    email = StringField(_("Email"), [DataRequired(), Email()])
    password = PasswordField(_("Password"), [DataRequired()])


class AccountForm(FlaskForm):
    name = StringField(_("Name"), [DataRequired(), Length(max=80)])
    password = PasswordField(_("New password"), [Optional(), Length(min=8)])


class BookingForm(FlaskForm):
    note = StringField(_("Note"), [Length(max=200)])


class EventForm(FlaskForm):
    title = StringField(_("Title"), [DataRequired(), Length(max=120)])
    details = TextAreaField(_("Details"))
    starts_at = DateTimeLocalField(_("Starts"), [DataRequired()], format="%Y-%m-%dT%H:%M")
    places = IntegerField(_("Places"), [DataRequired(), NumberRange(1, 500)])
    poster = FileField(_("Poster"), [FileAllowed(["png", "jpg"]), FileSize(LARGEST_POSTER)])
