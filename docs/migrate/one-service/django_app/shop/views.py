"""The page of an order."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html
from tracking.source import last_place

from .models import Order


def order(request, number):
    order = get_object_or_404(Order, number=number)
    place = last_place(number) or "not known yet"
    return HttpResponse(format_html("<h1>{}</h1><p>Last seen: {}</p>", order.customer, place))
