"""The page that counts orders."""

from django.http import HttpResponse

from .models import Order


def count(request):
    return HttpResponse(str(Order.objects.count()))
