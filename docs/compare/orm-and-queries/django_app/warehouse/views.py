"""Read the tables of the warehouse, which another program owns."""

# --8<-- [start:stock]
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from .models import Item


@require_safe
def stock(request):
    items = Item.objects.using("warehouse").select_related("shelf")
    return JsonResponse({item.name: item.shelf.room for item in items})


# --8<-- [end:stock]
