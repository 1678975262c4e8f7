"""One address for each ticket."""

from django.urls import path
from places.views import TicketView

urlpatterns = [path("tours/<int:tour_id>/tickets/<uuid:key>", TicketView.as_view())]
