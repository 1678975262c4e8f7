"""The one address."""

from django.urls import path
from inbox import views

urlpatterns = [path("events", views.receive)]
