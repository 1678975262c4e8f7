"""The paths that Django serves, spelt as Flask spells them."""

from club import pages
from django.urls import path

urlpatterns = [path("healthz", pages.health)]
