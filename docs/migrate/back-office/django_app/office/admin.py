"""The screens of the office."""

from django import forms
from django.contrib import admin

from .models import Account, Loan, Tag, Tool

# --8<-- [start:admin]
admin.site.register(Tag)
admin.site.register(Loan, list_display=["day", "tool", "account"], date_hierarchy="day")


class ToolForm(forms.ModelForm):
    # The admin leaves out a relation whose table has a model; named here, it is in the form.
    tags = forms.ModelMultipleChoiceField(Tag.objects, required=False)


@admin.register(Tool)
class ToolAdmin(admin.ModelAdmin):
    form = ToolForm
    list_display = ["name", "state", "added_at"]
    list_filter = ["state", "tags"]
    search_fields = ["name"]


@admin.register(Account)
class AccountAdmin(admin.ModelAdmin):
    list_display = ["name", "role"]

    def has_add_permission(self, request):
        return False  # a password is made by the Flask app


# --8<-- [end:admin]
