"""The root URLconf."""

from django.contrib import admin
from django.urls import path
from pages import api, views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", views.index, name="index"),
    path("login", views.login, name="login"),
    path("api/prices", api.prices),
]
