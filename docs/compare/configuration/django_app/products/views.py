"""The page that uses the settings."""

# --8<-- [start:use]
from django.conf import settings
from django.http import JsonResponse


def index(request):
    size = settings.PAGE_SIZE
    return JsonResponse({"products": list(range(size)), "prices": settings.SHOW_PRICES})


# --8<-- [end:use]
