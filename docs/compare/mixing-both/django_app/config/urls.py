"""The root URLconf."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from shop import views

urlpatterns = [
    path("", views.products, name="products"),
    path("login/", LoginView.as_view(template_name="login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
]
