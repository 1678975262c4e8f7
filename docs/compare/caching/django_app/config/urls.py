"""The root URLconf."""

from django.urls import path
from shop import views

urlpatterns = [
    path("prices/", views.listed),
    path("prices/<slug:name>/", views.price),
    path("hello/", views.hello),
    path("shelf/", views.shelf),
]
