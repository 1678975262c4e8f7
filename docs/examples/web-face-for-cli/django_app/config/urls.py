"""The root URLconf."""

from django.urls import path
from levels import views

urlpatterns = [path("", views.upload), path("jobs/<uuid:number>", views.job, name="job")]
