"""The screens for those who pack and those who count."""

from django import forms
from django.contrib import admin
from django.db.models import F

from .models import Edition, Order, Payment


# --8<-- [start:edition]
class EditionForm(forms.ModelForm):
    received = forms.IntegerField(initial=0, help_text="To add; negative after a count.")

    def clean_received(self):
        received = self.cleaned_data["received"]
        if self.instance.stock + received < 0:
            raise forms.ValidationError("There are not so many.")
        return received


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    form = EditionForm
    list_display = ["title", "price", "stock"]
    readonly_fields = ["stock"]  # while the form is open, customers go on buying

    def save_model(self, request, edition, form, change):
        received = form.cleaned_data["received"]
        edition.stock = F("stock") + received if change else received
        super().save_model(request, edition, form, change)


# --8<-- [end:edition]
# --8<-- [start:order]
class PaymentInline(admin.TabularInline):
    model = Payment
    extra = 0
    can_delete = False
    readonly_fields = ["reference", "amount"]

    def has_add_permission(self, request, order):
        return False


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ["id", "edition", "quantity", "total", "state", "ordered_at"]
    list_filter = ["state"]
    fields = ["edition", "quantity", "total", "state"]
    readonly_fields = ["edition", "quantity", "total"]
    inlines = [PaymentInline]
    actions = ["mark_sent"]

    def has_add_permission(self, request):
        return False

    @admin.action(description="Mark sent", permissions=["change"])
    def mark_sent(self, request, chosen):
        for order in chosen.filter(state=Order.State.PAID):
            order.state = Order.State.SENT
            order.save(update_fields=["state"])
            self.log_change(request, order, "Marked sent.")  # an action logs nothing by itself


# --8<-- [end:order]
