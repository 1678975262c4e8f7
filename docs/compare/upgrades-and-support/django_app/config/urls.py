"""The root URLconf."""

from django.urls import path
from shop import after, before

urlpatterns = [
    path("before/<int:key>/", before.detail),
    path("<int:key>/", after.detail),
]
