"""The pages of the public, without their language."""

from django.urls import path
from django.views.generic import RedirectView

from . import views

app_name = "allowance"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="allowance:apply")),
    path("apply/", views.apply, name="apply"),
    path("received/", views.received, name="received"),
]
