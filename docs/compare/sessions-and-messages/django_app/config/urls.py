"""The root URLconf."""

from django.urls import include, path

urlpatterns = [
    path("basket/", include("basket.urls")),
]
