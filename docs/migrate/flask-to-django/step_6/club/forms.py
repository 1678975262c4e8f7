"""The forms."""

from config.common import LARGEST_POSTER
from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from .models import Event


class ClubForm(forms.Form):
    """The ids of the fields are their names, as WTForms has them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", **kwargs)


class LoginForm(ClubForm):
    email = forms.EmailField(label=_("Email"))
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput, strip=False)


class BookingForm(ClubForm):
    note = forms.CharField(label=_("Note"), max_length=200, required=False)


class EventForm(forms.ModelForm):
    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=500)

    class Meta:
        model = Event
        fields = ["title", "details", "starts_at", "places", "poster"]
        labels = {
            "title": _("Title"),
            "details": _("Details"),
            "starts_at": _("Starts"),
            "poster": _("Poster"),
        }
        widgets = {
            "starts_at": forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
            "poster": forms.FileInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", **kwargs)
        self.fields["poster"].validators.append(FileExtensionValidator(["png", "jpg"]))

    def clean_poster(self):
        """Django's limits for a request leave files out."""
        poster = self.cleaned_data["poster"]
        if poster and "poster" in self.changed_data and poster.size > LARGEST_POSTER:
            raise forms.ValidationError(_("File is too large."))
        return poster


class AccountForm(ClubForm):
    name = forms.CharField(label=_("Name"), max_length=80)
    password = forms.CharField(
        label=_("New password"),
        min_length=8,
        required=False,
        strip=False,
        widget=forms.PasswordInput,
    )
