"""The root URLconf."""

from archive import views as archive
from django.urls import path
from events import views as events

urlpatterns = [
    path("invoices/<int:year>/<int:number>/", archive.invoice),
    path("totals/", archive.totals),
    path("events/", events.events),
    path("events/<int:key>/seen/", events.seen),
]
