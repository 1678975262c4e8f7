"""The URLs of the basket."""

from django.urls import path

from . import views

app_name = "basket"
urlpatterns = [
    path("", views.basket, name="show"),
    path("in-place/", views.add_in_place),
    path("in-place-mended/", views.add_in_place_mended),
    path("empty/", views.empty),
    path("keep/", views.keep),
    path("count/", views.count),
]
