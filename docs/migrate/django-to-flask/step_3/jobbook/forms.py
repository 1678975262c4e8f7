"""The forms."""

from flask_wtf import FlaskForm
from wtforms import DateField, SelectField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional


def strip(value):
    """Django's character fields do this unasked, and take a field that was not sent for empty."""
    return (value or "").strip()


class Form(FlaskForm):
    class Meta:
        csrf = False  # one check for all requests, in the format of Django, comes with the pages


class JobForm(Form):
    tool = SelectField("Tool", coerce=int)
    fault = TextAreaField(
        "What is wrong?", filters=[strip], validators=[DataRequired(), Length(max=500)]
    )
    due = DateField("Wanted by", validators=[Optional()])

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.tool.choices = [(tool.id, tool.name) for tool in user.tools]
