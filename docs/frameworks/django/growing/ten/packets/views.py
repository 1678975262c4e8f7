"""Pages about packets."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from seeds.models import Seed

from .models import Packet


def index(request, gardener):
    taken = Packet.objects.filter(gardener=gardener)
    if request.method == "POST":
        seed = Seed.objects.filter(name=request.POST["seed"]).first()
        if seed is None or taken.count() >= settings.PACKETS_EACH:
            return HttpResponse(status=409)
        Packet.objects.create(seed=seed, gardener=gardener)
        return HttpResponse(status=201)
    return JsonResponse({"packets": list(taken.values_list("seed__name", flat=True))})
