"""The root URLconf."""

from django.urls import path
from gallery import views

urlpatterns = [
    path("", views.home),
    path("uploads/", views.upload),
    path("uploads/<int:pk>/", views.download, name="download"),
]
