"""The form of an order."""

# --8<-- [start:form]
from flask_babel import gettext, lazy_gettext
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired


class OrderForm(FlaskForm):
    name = StringField(lazy_gettext("Your name"), [DataRequired()])
    remark = StringField(gettext("Remark"))  # too early: nobody has asked for a page yet


# --8<-- [end:form]
