"""The one address of the service."""

from answers import views
from django.urls import path

urlpatterns = [path("answer", views.answer)]
