"""Add a product, and look at it."""

# --8<-- [start:views]
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from .models import Product


@require_safe
def product(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(Product, pk=number)
    weight = f"{found.weight / 1000} kg" if found.weight else "not weighed"
    return HttpResponse(f"{settings.SHOP_NAME}: {found.name}, {found.price}, {weight}")


# --8<-- [end:views]
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    form = request.POST
    weight = int(form["weight"]) if "weight" in form else None
    new = Product(name=form["name"], price=int(form["price"]), weight=weight)
    new.save()
    return redirect("shop:product", number=new.pk)
