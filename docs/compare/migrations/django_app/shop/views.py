"""The list of customers."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from .models import Customer


@require_safe
def customers(request):
    found = Customer.objects.order_by("sort_name")
    return JsonResponse({"customers": [customer.sort_name for customer in found]})
