"""The root URLconf."""

from django.urls import path
from scores import views

urlpatterns = [path("scores", views.scores), path("health", views.health)]
