"""What the map asks for."""

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .models import Inspection, Playground


# --8<-- [start:views]
@require_safe
@login_required
def playgrounds(request):
    found = Playground.objects.of(request.user).filter(name__icontains=request.GET.get("q", ""))
    return JsonResponse(list(found.values("id", "name")), safe=False)


@require_safe
@login_required
def playground(request, pk):
    one = get_object_or_404(Playground.objects.of(request.user), pk=pk)
    found = Inspection.objects.of(request.user).filter(playground=one)
    return JsonResponse({"name": one.name, "found": [each.found for each in found]})


# --8<-- [end:views]
