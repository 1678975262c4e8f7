"""The same pages without a warning."""

# --8<-- [start:after]
from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from .models import Product


def detail(request, key):
    product = get_object_or_404(Product.objects.select_related("maker"), pk=key)
    others = Product.objects.exclude(pk=key).values_list("pk", flat=True)
    return JsonResponse({"name": product.name, "others": list(others)})


# --8<-- [end:after]
