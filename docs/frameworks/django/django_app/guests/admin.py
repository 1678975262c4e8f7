"""Staff may edit guests."""

# --8<-- [start:admin]
from django.contrib import admin

from .models import Guest

admin.site.register(Guest)
# --8<-- [end:admin]
