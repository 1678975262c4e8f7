"""Order products and correct their stock, while others do the same."""

import json

from django.db import transaction
from django.db.models import F
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from .models import Line, Product


def shown(product, status=200):
    data = {"id": product.pk, "stock": product.stock, "version": product.version}
    return JsonResponse(data, status=status)


@require_POST
def create(request):
    return shown(Product.objects.create(stock=json.loads(request.body)["stock"]), status=201)


@require_http_methods(["GET", "HEAD", "PUT"])
def product(request, key):
    if request.method == "PUT":
        return edit(key, **json.loads(request.body))
    return shown(get_object_or_404(Product, pk=key))


# --8<-- [start:order]
class OutOfStock(Exception):
    pass


def place(lines):
    # In the order of their keys: two orders can then not wait for each other.
    for line in sorted(lines, key=lambda line: line["product"]):
        product = Product.objects.select_for_update().get(pk=line["product"])
        if product.stock < line["quantity"]:
            raise OutOfStock
        product.stock -= line["quantity"]
        product.version += 1  # every writer has to, see `edit`
        product.save(update_fields=["stock", "version"])
        Line.objects.create(product=product, quantity=line["quantity"])


@require_POST
def order(request):
    lines = json.loads(request.body)
    try:
        with transaction.atomic():
            place(lines)
    except OutOfStock:
        return JsonResponse({"error": "out of stock"}, status=409)
    return JsonResponse({"lines": len(lines)}, status=201)


# --8<-- [end:order]
# --8<-- [start:edit]
def edit(key, stock, version):
    found = Product.objects.filter(pk=key, version=version)  # the one they saw
    if not found.update(stock=stock, version=F("version") + 1):
        return JsonResponse({"error": "somebody else changed it"}, status=409)
    return shown(Product.objects.get(pk=key))


# --8<-- [end:edit]
