"""What a registration must look like, with WTForms."""

# --8<-- [start:form]
from flask_wtf import FlaskForm
from wtforms import EmailField, IntegerField, StringField, ValidationError
from wtforms.validators import DataRequired, Email, InputRequired, Length, NumberRange

from .models import Registration, db


class RegistrationForm(FlaskForm):
    name = StringField(validators=[DataRequired(), Length(max=40)])
    email = EmailField(validators=[DataRequired(), Email(), Length(max=254)])
    seats = IntegerField(validators=[InputRequired(), NumberRange(1, 4)])
    children = IntegerField(default=0, validators=[InputRequired(), NumberRange(0, 3)])

    def validate_email(self, field):
        if db.session.scalar(db.select(Registration).filter_by(email=field.data)):
            raise ValidationError("This address is registered already.")

    def validate_children(self, field):
        both = self.seats.data, field.data
        if None not in both and field.data >= self.seats.data:  # None: not a number
            raise ValidationError("One seat must be for an adult.")


# --8<-- [end:form]
# --8<-- [start:mistake]
class CarelessForm(FlaskForm):
    children = IntegerField(validators=[DataRequired(), NumberRange(0, 3)])  # refuses 0


# --8<-- [end:mistake]
