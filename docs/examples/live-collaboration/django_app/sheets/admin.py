"""The back office."""

# --8<-- [start:admin]
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.contrib import admin
from django.db import transaction

from .models import Sheet


@admin.register(Sheet)
class SheetAdmin(admin.ModelAdmin):
    list_display = ["title", "locked", "version"]

    def has_delete_permission(self, request, obj=None):
        return False  # people write at it

    def save_model(self, request, obj, form, change):
        # Only what the form changed: a plain save() would write back an older text.
        obj.save(update_fields=form.changed_data if change else None)
        tell = async_to_sync(get_channel_layer().group_send)
        transaction.on_commit(lambda: tell(f"sheet.{obj.pk}", {"type": "tell"}))


# --8<-- [end:admin]
