"""The screens of the desk."""

from django.contrib import admin
from django.utils import timezone

from .models import Borrower, Item, Loan


# --8<-- [start:admin]
@admin.register(Item)
class ItemAdmin(admin.ModelAdmin):
    list_display = ["number", "name"]
    search_fields = ["number", "name"]


@admin.register(Borrower)
class BorrowerAdmin(admin.ModelAdmin):
    list_display = ["name", "email"]
    search_fields = ["name", "email"]


# --8<-- [start:loan]
@admin.register(Loan)
class LoanAdmin(admin.ModelAdmin):
    list_display = ["item", "borrower", "lent_on", "due_on", "returned_on"]
    list_filter = [("returned_on", admin.EmptyFieldListFilter)]
    list_select_related = ["item", "borrower"]
    search_fields = ["item__number", "item__name", "borrower__name"]
    autocomplete_fields = ["item", "borrower"]
    actions = ["mark_returned"]

    @admin.action(description="Mark returned", permissions=["change"])
    def mark_returned(self, request, queryset):
        for loan in queryset.filter(returned_on=None):
            loan.returned_on = timezone.localdate()
            loan.save()
            self.log_change(request, loan, "Marked returned.")  # an action logs nothing by itself


# --8<-- [end:loan]
# --8<-- [end:admin]
