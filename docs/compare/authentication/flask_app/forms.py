"""The forms; Flask-WTF adds the CSRF token to each."""

from flask_login import current_user
from flask_wtf import FlaskForm
from werkzeug.security import check_password_hash
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import Email, EqualTo, InputRequired, Length, ValidationError

from .models import User, find


# --8<-- [start:register]
class RegisterForm(FlaskForm):
    username = StringField(validators=[InputRequired(), Length(max=150)])
    email = EmailField(validators=[InputRequired(), Email()])
    password1 = PasswordField("Password", [InputRequired(), Length(min=8)])
    password2 = PasswordField("Password again", [EqualTo("password1")])

    def validate_username(self, field):
        if find(User.username, field.data):
            raise ValidationError("That name is taken.")

    def validate_email(self, field):
        if find(User.email, field.data):
            raise ValidationError("That address is taken.")


# --8<-- [end:register]
class LoginForm(FlaskForm):
    username = StringField(validators=[InputRequired()])
    password = PasswordField(validators=[InputRequired()])


class NewPasswordForm(FlaskForm):
    new_password1 = PasswordField("New password", [InputRequired(), Length(min=8)])
    new_password2 = PasswordField("New password again", [EqualTo("new_password1")])


class ChangePasswordForm(NewPasswordForm):
    old_password = PasswordField("Old password", [InputRequired()])

    def validate_old_password(self, field):
        if not check_password_hash(current_user.password_hash, field.data):
            raise ValidationError("That is not your password.")


class ResetForm(FlaskForm):
    email = EmailField(validators=[InputRequired(), Email()])
