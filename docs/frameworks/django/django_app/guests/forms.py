"""One form, made from the table."""

# --8<-- [start:form]
from django import forms

from .models import Guest


class GuestForm(forms.ModelForm):
    class Meta:
        model = Guest
        fields = ["name"]


# --8<-- [end:form]
