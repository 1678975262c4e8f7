"""The root URLconf."""

from django.urls import path
from shop import views

urlpatterns = [
    path("price", views.price),
    path("price/threads", views.price_threads),
    path("price/in-turn", views.price_in_turn),
    path("price/blocking", views.price_blocking),
    path("price/mended", views.price_mended),
    path("price/shared-client", views.price_shared_client),
    path("visit", views.visit),
    path("visits", views.visits),
]
