"""The back office of each council."""

from django.contrib import admin

from .models import Inspection, Playground


# --8<-- [start:admin]
class OwnedAdmin(admin.ModelAdmin):
    exclude = ["organisation"]

    def get_queryset(self, request):
        return super().get_queryset(request).of(request.user)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = db_field.related_model.objects.of(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_add_permission(self, request):
        return bool(request.user.organisation_id) and super().has_add_permission(request)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.organisation_id = request.user.organisation_id
        super().save_model(request, obj, form, change)


@admin.register(Playground)
class PlaygroundAdmin(OwnedAdmin):
    search_fields = ["name"]


@admin.register(Inspection)
class InspectionAdmin(OwnedAdmin):
    list_display = ["playground", "found"]
    list_select_related = ["playground"]


# --8<-- [end:admin]
