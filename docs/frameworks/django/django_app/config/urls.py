"""The root URLconf."""

# --8<-- [start:urls]
from django.contrib import admin
from django.urls import path
from guests import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", views.guests, name="guests"),
]
# --8<-- [end:urls]
