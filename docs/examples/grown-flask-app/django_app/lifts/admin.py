"""The screens of the office."""

from django.contrib import admin

from .models import Inspection, Lift

# --8<-- [start:admin]
admin.site.register(Lift, list_display=["number", "place", "every_days"])
admin.site.register(Inspection, list_display=["lift", "done_on", "passed"])
# --8<-- [end:admin]
