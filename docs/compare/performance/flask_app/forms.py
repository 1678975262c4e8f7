"""The form, and the tokens of all forms."""

from flask_wtf import CSRFProtect, FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

csrf = CSRFProtect()


class BookForm(FlaskForm):
    title = StringField(validators=[InputRequired(), Length(max=100)])
    pages = IntegerField(validators=[InputRequired(), NumberRange(min=1)])
