"""The back office, and what the map asks for."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("playgrounds/", include("playgrounds.urls")),
]
