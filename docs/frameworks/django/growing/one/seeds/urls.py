"""The addresses."""

from django.urls import path

from . import views

urlpatterns = [
    path("seeds/", views.seeds),
    path("packets/<gardener>/", views.packets),
]
