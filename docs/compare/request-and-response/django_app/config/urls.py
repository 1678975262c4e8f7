"""The root URLconf."""

from django.urls import path
from pages import views

urlpatterns = [
    path("search/", views.search),
    path("search-careless/", views.search_careless),
    path("notes/", views.create),
    path("profile/", views.profile),
    path("theme/", views.theme, name="theme"),
    path("report/", views.report),
    path("numbers/", views.numbers),
]
