"""The root URLconf: what comes by HTTP."""

from chat import views
from django.urls import path

urlpatterns = [
    path("events", views.events),
    path("news", views.news),
    path("answer", views.answer),
    path("answer/careless", views.answer_careless),
]
