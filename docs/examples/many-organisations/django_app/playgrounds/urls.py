"""What the map asks for."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.playgrounds),
    path("<int:pk>/", views.playground),
]
