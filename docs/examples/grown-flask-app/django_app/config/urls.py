"""The addresses: the office's screens, and the page of what is overdue."""

from django.contrib import admin
from django.urls import path
from lifts.views import overdue

urlpatterns = [path("", overdue), path("admin/", admin.site.urls)]
