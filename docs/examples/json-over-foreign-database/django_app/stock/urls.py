"""The addresses that partners know."""

from django.urls import path

from . import views

urlpatterns = [
    path("stock", views.stock),
    path("stock/below/<int:limit>", views.stock_below),
    path("stock/<str:sku>", views.stock_of),
]
