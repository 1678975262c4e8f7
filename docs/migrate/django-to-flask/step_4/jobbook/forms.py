"""The forms."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, DecimalField, SelectField, StringField, TextAreaField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from .models import Part, db


def strip(value):
    """Django's character fields do this unasked, and take a field that was not sent for empty."""
    return (value or "").strip()


class Form(FlaskForm):
    class Meta:
        csrf = False  # csrf.py checks every request, in the format of Django


# --8<-- [start:tool]
class ToolForm(Form):
    name = StringField(_("Name"), filters=[strip], validators=[DataRequired(), Length(max=60)])
    serial = StringField(_("Serial number"), filters=[strip], validators=[Length(max=30)])


# --8<-- [end:tool]
class PartForm(Form):
    name = StringField(_("Name"), filters=[strip], validators=[DataRequired(), Length(max=60)])
    price = DecimalField(_("Price"), validators=[InputRequired(), NumberRange(-999999, 999999)])

    def validate_name(self, field):
        """A model form of Django asks this by itself, because the column is unique."""
        if db.session.scalar(db.select(Part).where(Part.name == field.data)):
            raise ValidationError(_("This name is taken."))


class JobForm(Form):
    tool = SelectField(_("Tool"), coerce=int)
    fault = TextAreaField(
        _("What is wrong?"), filters=[strip], validators=[DataRequired(), Length(max=500)]
    )
    due = DateField(_("Wanted by"), validators=[Optional()])

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.tool.choices = [(tool.id, tool.name) for tool in user.tools]
