"""The form of the public."""

# --8<-- [start:form]
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Application, Heating


class ApplicationForm(forms.ModelForm):
    heating = forms.ChoiceField(
        label=_("How is the home heated?"), choices=Heating, widget=forms.RadioSelect
    )

    class Meta:
        model = Application
        fields = ["name", "email", "heating", "people"]
        widgets = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
        }
        help_texts = {
            "email": _("The decision is sent to this address."),
            "people": _("Count everybody who lives there for half of the year or more."),
        }


# --8<-- [end:form]
