"""The root URLconf."""

from django.urls import path
from shop import views

urlpatterns = [
    path("", views.home),
    path("crash/", views.crash),
    path("failures/", views.show_failures),
    path("reports/", views.report),
]
