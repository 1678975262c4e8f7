"""The screen on which a tutor sets exercises."""

from django.contrib import admin

from .models import Exercise

# --8<-- [start:admin]
admin.site.register(Exercise)
# --8<-- [end:admin]
