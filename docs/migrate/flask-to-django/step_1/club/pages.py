"""What belongs to no group of its own."""

from django.http import JsonResponse


def health(request):
    return JsonResponse({"ok": True})
