"""The root URLconf."""

from django.urls import include, path

urlpatterns = [path("", include("seeds.urls"))]
