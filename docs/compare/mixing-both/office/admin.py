"""The back office."""

# --8<-- [start:admin]
from django.contrib import admin

from .models import Product


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name"]


# --8<-- [end:admin]
