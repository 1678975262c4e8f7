"""The URLs of the letters."""

# --8<-- [start:urls]
from django.urls import path

from . import views

app_name = "letters"
urlpatterns = [
    path("", views.index, name="index"),
    # --8<-- [end:urls]
    path("mistake/", views.mistake),
]
