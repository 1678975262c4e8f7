"""The form of an order."""

# --8<-- [start:form]
from django import forms
from django.utils.translation import gettext, gettext_lazy


class OrderForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Your name"))
    remark = forms.CharField(label=gettext("Remark"), required=False)  # too early: no page yet


# --8<-- [end:form]
