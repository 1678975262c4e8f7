"""Six mistakes. Each fails for the visitor; what does mypy say before?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .models import Product


# --8<-- [start:mistakes]
def misspelt_column(request: HttpRequest) -> HttpResponse:
    return HttpResponse(Product.objects.filter(prise__gt=1))


def misspelt_keyword(request: HttpRequest) -> HttpResponse:
    return HttpResponse(Product.objects.filter(prise=1))


def weight_that_may_be_none(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{Product.objects.get(pk=1).weight / 1000} kg")


def misspelt_setting(request: HttpRequest) -> HttpResponse:
    return HttpResponse(settings.SHOP_NAM)


def misspelt_route(request: HttpRequest) -> HttpResponse:
    return HttpResponse(reverse("shop:prodct", args=[1]))


def number_as_text(request: HttpRequest, number: str) -> HttpResponse:
    return HttpResponse(number.upper())


# --8<-- [end:mistakes]
