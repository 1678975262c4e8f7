"""Prices that the front end of another origin may read."""

# --8<-- [start:cors]
from django.http import JsonResponse


def prices(request):
    return JsonResponse({"tea": 7})


# --8<-- [end:cors]
