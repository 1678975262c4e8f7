"""The forms of the accounts."""

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _

from .models import Profile


class SignUpForm(UserCreationForm):
    phone = forms.CharField(label=_("Phone"), max_length=30, required=False)

    class Meta(UserCreationForm.Meta):
        fields = ["username", "email"]


class LanguageForm(forms.ModelForm):
    class Meta:
        model = Profile
        fields = ["language"]
