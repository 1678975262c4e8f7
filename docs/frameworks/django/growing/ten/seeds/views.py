"""Pages about seeds."""

from django.http import HttpResponse, JsonResponse

from .models import Seed


def index(request):
    if request.method == "POST":
        Seed.objects.create(name=request.POST["name"])
        return HttpResponse(status=201)
    names = Seed.objects.order_by("name").values_list("name", flat=True)
    return JsonResponse({"seeds": list(names)})
