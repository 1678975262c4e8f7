"""What columns may ask."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from .export import may_charge, read


# --8<-- [start:views]
@require_safe
def card(request, card):
    return JsonResponse({"may_charge": may_charge(card)})


@require_safe
def price(request):
    return JsonResponse(read()["price"])


# --8<-- [end:views]
