"""The one address."""

from contact.views import send
from django.urls import path

urlpatterns = [path("send", send)]
