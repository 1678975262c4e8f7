"""The public page of the shop."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from .models import Product


@require_safe
def products(request):
    chosen = Product.objects.filter(published=True).values("sku", "name", "stock")
    return JsonResponse({"products": list(chosen)})
