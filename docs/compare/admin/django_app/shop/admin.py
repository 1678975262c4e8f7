"""The back office."""

# --8<-- [start:product]
from django.contrib import admin

from .models import Product


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["sku", "name", "stock", "published", "added"]
    search_fields = ["sku", "name"]
    list_filter = ["published"]
    readonly_fields = ["added"]
    actions = ["withdraw"]

    # --8<-- [start:action]
    @admin.action(description="Withdraw from sale", permissions=["change"])
    def withdraw(self, request, queryset):
        count = queryset.update(published=False)
        self.message_user(request, f"{count} withdrawn.")


# --8<-- [end:action]
# --8<-- [end:product]
