"""The back office is all there is."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("office/", admin.site.urls)]
