"""The addresses of the packets."""

from django.urls import path

from . import views

urlpatterns = [path("<gardener>/", views.index)]
