"""The addresses of the seeds."""

from django.urls import path

from . import views

urlpatterns = [path("", views.index)]
