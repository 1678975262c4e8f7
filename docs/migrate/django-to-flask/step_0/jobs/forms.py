"""The forms of the job book."""

from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .models import Job, JobPart, Note, Part, Tool


class ToolForm(forms.ModelForm):
    class Meta:
        model = Tool
        fields = ["name", "serial"]
        labels = {"name": _("Name"), "serial": _("Serial number")}


class JobForm(forms.ModelForm):
    class Meta:
        model = Job
        fields = ["tool", "fault", "due"]
        labels = {"tool": _("Tool"), "fault": _("What is wrong?"), "due": _("Wanted by")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tool"].queryset = user.tools.all()


class StateForm(forms.ModelForm):
    class Meta:
        model = Job
        fields = ["state"]


class JobPartForm(forms.ModelForm):
    class Meta:
        model = JobPart
        fields = ["part", "quantity"]


class NoteForm(forms.ModelForm):
    class Meta:
        model = Note
        fields = ["text"]


class PartForm(forms.ModelForm):
    class Meta:
        model = Part
        fields = ["name", "price"]
        labels = {"name": _("Name"), "price": _("Price")}


class PhotoForm(forms.Form):
    file = forms.FileField(max_length=100)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if Path(file.name).suffix.lower() not in {".jpg", ".png"}:
            raise ValidationError(_("Only .jpg and .png."))
        return file
