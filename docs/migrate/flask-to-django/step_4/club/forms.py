"""The forms."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ClubForm(forms.Form):
    """The ids of the fields are their names, as WTForms has them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", **kwargs)


class LoginForm(ClubForm):
    email = forms.EmailField(label=_("Email"))
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput, strip=False)


class AccountForm(ClubForm):
    name = forms.CharField(label=_("Name"), max_length=80)
    password = forms.CharField(
        label=_("New password"),
        min_length=8,
        required=False,
        strip=False,
        widget=forms.PasswordInput,
    )
