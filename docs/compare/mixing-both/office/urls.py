"""The root URLconf of the Django part; the mount adds `/office`."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("", admin.site.urls)]
