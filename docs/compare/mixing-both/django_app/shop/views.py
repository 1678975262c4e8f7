"""The Django page of the shop."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from .models import Product


@require_safe
@ensure_csrf_cookie
def products(request):
    names = list(Product.objects.values_list("name", flat=True))
    return JsonResponse({"products": names, "here": reverse("products")})
