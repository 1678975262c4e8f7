"""What somebody may send."""

import jobs
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator


# --8<-- [start:form]
def not_too_large(file):
    if file.size > 5_000_000:
        raise ValidationError("Send at most 5 MB.")


class RunForm(forms.Form):
    file = forms.FileField(validators=[FileExtensionValidator(["csv"]), not_too_large])
    choice = forms.ChoiceField(choices=[(name, name) for name in jobs.CHOICES])


# --8<-- [end:form]
