"""Pages as a project of Django 5.2 may have them."""

# --8<-- [start:before]
from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from .models import Product


def detail(request, key):
    product = get_object_or_404(Product.objects.select_related(), pk=key)
    others = Product.objects.exclude(pk=key).values_list(flat=True)
    return JsonResponse({"name": product.name, "others": list(others)})


# --8<-- [end:before]
