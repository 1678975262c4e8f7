"""The clerks' screens."""

from django.contrib import admin
from django.utils.html import format_html_join

from .models import Berth, Holder


# --8<-- [start:admin]
class Correctable(admin.ModelAdmin):
    readonly_fields = ["contracts"]

    def has_add_permission(self, request):
        return False  # the harbour's program does that

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display
    def contracts(self, record):  # the admin takes no model with two key columns
        found = record.contract_set.select_related("holder").order_by("-year")
        return format_html_join("", "<p>{}</p>", ((contract,) for contract in found))


@admin.register(Holder)
class HolderAdmin(Correctable):
    list_display = search_fields = ["name", "address"]
    fields = ["name", "address", "contracts"]


@admin.register(Berth)
class BerthAdmin(Correctable):
    list_display = ["code", "length_cm"]
    search_fields = ["code"]
    fields = ["length_cm", "contracts"]


# --8<-- [end:admin]
