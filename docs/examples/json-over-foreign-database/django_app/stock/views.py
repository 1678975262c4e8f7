"""What partners may ask."""

from django.db.models import F, Sum
from django.db.models.functions import Coalesce
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from .models import Article

# --8<-- [start:endpoints]
levels = (
    Article.objects.annotate(available=Coalesce(Sum(F("bin__quantity") - F("bin__reserved")), 0))
    .order_by("sku")
    .values("sku", "title", "counted_on", "available")
)


@require_safe
def stock(request):
    found = levels.filter(title__icontains=request.GET.get("q", ""))
    return JsonResponse(list(found), safe=False)


@require_safe
def stock_below(request, limit):
    return JsonResponse(list(levels.filter(available__lt=limit)), safe=False)


@require_safe
def stock_of(request, sku):
    found = levels.filter(sku=sku).first()
    if found is None:
        return JsonResponse({"error": f"No article {sku}."}, status=404)
    return JsonResponse(found)


def not_found(request, exception):
    return JsonResponse({"error": "No such address."}, status=404)


# --8<-- [end:endpoints]
