"""The root URLconf."""

from django.urls import path
from figures import views

urlpatterns = [path("", views.page), path("board.csv", views.table, name="table")]
