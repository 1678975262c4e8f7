"""The root URLconf."""

from django.urls import path
from shop import views

urlpatterns = [
    path("products/", views.create),
    path("products/<int:key>/", views.product),
    path("orders/", views.order),
]
