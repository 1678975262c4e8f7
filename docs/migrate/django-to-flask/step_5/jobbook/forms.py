"""The forms."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    DecimalField,
    FileField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from .models import Part, db
from .uploads import ENDINGS, LONGEST, clean_name

STATES = {
    "received": _("Received"),
    "working": _("In work"),
    "ready": _("Ready"),
    "collected": _("Collected"),
}


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


class StateForm(Form):
    state = SelectField(_("State"), choices=list(STATES.items()))


class JobPartForm(Form):
    part = SelectField("Part", coerce=int)
    quantity = IntegerField("Quantity", default=1, validators=[InputRequired(), NumberRange(0)])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        parts = db.session.scalars(db.select(Part).order_by(Part.name))
        self.part.choices = [(part.id, part.name) for part in parts]


class NoteForm(Form):
    text = StringField("Text", filters=[strip], validators=[DataRequired(), Length(max=300)])


class PhotoForm(Form):
    file = FileField("File")

    def validate_file(self, field):
        file = field.data
        if not file or not file.stream.read(1):
            raise ValidationError(_("Only .jpg and .png."))
        file.stream.seek(0)
        name = clean_name(file)
        if name.suffix.lower() not in ENDINGS:
            raise ValidationError(_("Only .jpg and .png."))
        if len(str(name)) > LONGEST:
            raise ValidationError(_("This name is too long."))
