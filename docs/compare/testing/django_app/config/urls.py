"""The root URLconf."""

from bookings import views
from django.urls import path

urlpatterns = [
    path("bookings/", views.bookings),
    path("bookings/<int:pk>/", views.detail, name="booking"),
]
