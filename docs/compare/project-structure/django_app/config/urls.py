"""The root URLconf."""

# --8<-- [start:twice]
from django.urls import include, path

urlpatterns = [
    path("articles/letters/", include("letters.urls", namespace="articles")),
    path("recipes/letters/", include("letters.urls", namespace="recipes")),
]
# --8<-- [end:twice]
