"""Log-in, the token, and the same two addresses as in the service."""

from django.contrib.auth import views as auth
from django.urls import path
from hall import views

urlpatterns = [
    path("login", auth.LoginView.as_view()),
    path("logout", auth.LogoutView.as_view(next_page="/login")),
    path("seats-token", views.seats_token),
    path("shows/<int:show>/seats", views.free),
    path("shows/<int:show>/holds", views.hold),
]
