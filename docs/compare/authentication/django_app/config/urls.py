"""The root URLconf."""

# --8<-- [start:urls]
from accounts import views
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", views.home, name="home"),
    path("account/", views.account, name="account"),
    path("accounts/register/", views.Register.as_view(), name="register"),
    path("accounts/", include("django.contrib.auth.urls")),  # log in, log out, change, reset
]
# --8<-- [end:urls]
