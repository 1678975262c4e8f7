"""The addresses that the phones know."""

from counts import phones, views
from django.urls import path

urlpatterns = [
    path("phones", phones.Phones.as_view()),
    path("phones/refresh", phones.Refresh.as_view()),
    path("phones/<uuid:pk>", phones.ShutOut.as_view()),
    path("counts", views.Counts.as_view()),
]
