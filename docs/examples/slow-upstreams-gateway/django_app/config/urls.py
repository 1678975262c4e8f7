"""The one address of the gateway."""

from departures import views
from django.urls import path

urlpatterns = [path("departures/<int:stop>", views.departures)]
