"""The forms of the accounts."""

from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField
from wtforms.validators import Email, EqualTo, InputRequired, Length


def lower_case(text):
    return text.lower() if text else text


class LoginForm(FlaskForm):
    email = EmailField("Email", [InputRequired()])
    password = PasswordField("Password", [InputRequired()])


class ResetForm(FlaskForm):
    email = EmailField("Email", [InputRequired()])


class PasswordForm(FlaskForm):
    password = PasswordField("Password", [InputRequired(), Length(min=8)])
    again = PasswordField("Again", [EqualTo("password")])


class SignUpForm(PasswordForm):
    email = EmailField("Email", [Email(), Length(max=254)], [lower_case])
