"""What a registration must look like beyond what its model says."""

# --8<-- [start:form]
from django import forms

from .models import Registration


class RegistrationForm(forms.ModelForm):
    class Meta:
        model = Registration
        fields = ["name", "email", "seats", "children"]

    def clean(self):
        fields = super().clean()
        if {"seats", "children"} <= fields.keys() and fields["children"] >= fields["seats"]:
            self.add_error("children", "One seat must be for an adult.")
        return fields


# --8<-- [end:form]
