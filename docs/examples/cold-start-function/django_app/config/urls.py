"""The two addresses."""

from columns import views
from django.urls import path

urlpatterns = [path("cards/<str:card>", views.card), path("price", views.price)]
