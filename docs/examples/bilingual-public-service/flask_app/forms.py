"""The form of the public."""

# --8<-- [start:form]
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, IntegerField, RadioField, StringField
from wtforms.validators import Email, InputRequired, Length, NumberRange

HEATING = [("gas", _("Gas")), ("oil", _("Oil")), ("wood", _("Wood"))]


class ApplicationForm(FlaskForm):
    name = StringField(
        _("Full name"), [InputRequired(), Length(max=100)], render_kw={"autocomplete": "name"}
    )
    email = EmailField(
        _("Email address"),
        [InputRequired(), Email()],
        description=_("The decision is sent to this address."),
        render_kw={"autocomplete": "email"},
    )
    heating = RadioField(_("How is the home heated?"), [InputRequired()], choices=HEATING)
    people = IntegerField(
        _("People in the household"),
        [InputRequired(), NumberRange(1, 20)],
        description=_("Count everybody who lives there for half of the year or more."),
    )


# --8<-- [end:form]
