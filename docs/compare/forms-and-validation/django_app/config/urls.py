"""The root URLconf."""

from django.urls import path
from events import views

urlpatterns = [
    path("", views.register, name="register"),
    path("thanks/", views.thanks, name="thanks"),
    path("withdraw/", views.withdraw, name="withdraw"),
]
