"""The root URLconf."""

# --8<-- [start:include]
from django.urls import include, path

urlpatterns = [
    path("articles/", include("articles.urls")),
]
# --8<-- [end:include]
