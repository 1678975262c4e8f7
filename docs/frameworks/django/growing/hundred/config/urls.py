"""The root URLconf: the one place that knows all apps."""

from django.urls import include, path

urlpatterns = [
    path("seeds/", include("seeds.urls")),
    path("packets/", include("packets.urls")),
]
