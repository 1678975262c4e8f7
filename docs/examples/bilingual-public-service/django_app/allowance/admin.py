"""What the clerks work with."""

# --8<-- [start:admin]
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .models import Application


@admin.register(Application)
class ApplicationAdmin(admin.ModelAdmin):
    list_display = ["id", "name", "heating", "people", "language", "granted_by"]
    list_filter = ["language", "heating"]
    search_fields = ["name", "email"]
    readonly_fields = ["language", "granted_by", "letter"]
    actions = ["grant"]

    @admin.action(description=_("Grant"), permissions=["change"])
    def grant(self, request, queryset):
        for application in queryset.filter(granted_by=None):
            application.grant(request.user)


# --8<-- [end:admin]
