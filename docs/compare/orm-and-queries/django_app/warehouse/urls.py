"""The URLs of the warehouse."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.stock),
]
