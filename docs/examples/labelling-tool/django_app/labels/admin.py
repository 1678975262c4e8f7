"""The list that the lead keeps; people are in the admin already."""

# --8<-- [start:admin]
from django.contrib import admin

from .models import Species

admin.site.register(Species)
# --8<-- [end:admin]
