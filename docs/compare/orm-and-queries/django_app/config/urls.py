"""The root URLconf."""

from django.urls import include, path

urlpatterns = [
    path("", include("library.urls")),
    path("stock/", include("warehouse.urls")),
]
