"""The shop for customers, one address for the payment provider, and the admin for staff."""

from django.contrib import admin
from django.urls import path
from shop import views

urlpatterns = [
    path("", views.editions, name="editions"),
    path("orders/<token>/", views.order, name="order"),
    path("payments", views.payments),
    path("admin/", admin.site.urls),
]
