"""The root URLconf."""

from django.contrib.auth.views import LoginView
from django.urls import path
from notes import views

urlpatterns = [
    path("login/", LoginView.as_view(), name="login"),
    path("", views.index, name="index"),
    path("notes/<int:pk>/publish/", views.publish, name="publish"),
    path("notes/<int:pk>/retract/", views.retract, name="retract"),
    path("notes/<int:pk>/edit/", views.edit, name="edit"),
    path("notes/<int:pk>/pin/", views.pin, name="pin"),
]
