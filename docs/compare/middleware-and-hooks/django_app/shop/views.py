"""The views."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .failures import failures


@require_safe
def home(request):
    return HttpResponse("Hello")


@require_safe
def crash(request):
    raise RuntimeError("as asked")


@require_safe
def show_failures(request):
    return JsonResponse({"failures": len(failures)})


# --8<-- [start:area]
@require_safe
@cache_control(no_store=True)
def report(request):
    return HttpResponse("Sales")


# --8<-- [end:area]
