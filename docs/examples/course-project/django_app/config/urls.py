"""The addresses of the project."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import path
from handins import views

# --8<-- [start:urls]
urlpatterns = [
    path("", views.index, name="index"),
    path("exercises/<int:number>", views.hand_in, name="hand_in"),
    path("handins/<int:number>", views.handin, name="handin"),
    path("login", auth.LoginView.as_view(), name="login"),
    path("logout", auth.LogoutView.as_view(), name="logout"),
    path("admin/", admin.site.urls),
]
# --8<-- [end:urls]
