"""The root URLconf."""

from django.urls import path
from shop import metrics, views

urlpatterns = [
    path("orders/<int:number>/", views.order),
    path("failing/", views.failing),
    path("metrics", metrics.metrics),
]
