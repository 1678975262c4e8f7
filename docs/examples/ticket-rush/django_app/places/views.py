"""Take a place or join the line, look how it stands, give back."""

from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View

from .models import Place, Ticket, Tour


# --8<-- [start:take]
def lock(tour_id):
    """One at a time for each tour: whoever takes or gives back waits here."""
    return get_object_or_404(Tour.objects.select_for_update(), pk=tour_id)


def waiting(tour_id):
    return Ticket.objects.filter(tour=tour_id, place=None).order_by("pk")


class TicketView(View):
    @transaction.atomic
    def put(self, request, tour_id, key):
        tour = lock(tour_id)
        ticket, is_new = Ticket.objects.get_or_create(tour=tour, key=key)
        if is_new:
            free = Place.objects.filter(tour=tour, ticket=None).order_by("number")
            Place.objects.filter(pk__in=free.values("pk")[:1]).update(ticket=ticket)
        return JsonResponse(shown(ticket))

    @transaction.atomic
    def delete(self, request, tour_id, key):
        lock(tour_id)
        ticket = get_object_or_404(Ticket, tour=tour_id, key=key)
        Place.objects.filter(ticket=ticket).update(ticket=waiting(tour_id).first())
        ticket.delete()
        return HttpResponse(status=204)

    # --8<-- [end:take]
    # --8<-- [start:show]
    def get(self, request, tour_id, key):
        return JsonResponse(shown(get_object_or_404(Ticket, tour=tour_id, key=key)))


def shown(ticket):
    if place := Place.objects.filter(ticket=ticket).first():
        return {"place": place.number}
    ahead = waiting(ticket.tour_id).filter(pk__lt=ticket.pk).count()
    return {"ahead": ahead, "ask_again_in": 5 + ahead // 10}  # seconds: the last ask least often


# --8<-- [end:show]
