"""The views: what each address answers."""

from django.http import HttpResponse, JsonResponse

from .models import Packet, Seed


def seeds(request):
    if request.method == "POST":
        Seed.objects.create(name=request.POST["name"])
        return HttpResponse(status=201)
    names = Seed.objects.order_by("name").values_list("name", flat=True)
    return JsonResponse({"seeds": list(names)})


def packets(request, gardener):
    taken = Packet.objects.filter(gardener=gardener)
    if request.method == "POST":
        seed = Seed.objects.filter(name=request.POST["seed"]).first()
        if seed is None or taken.count() >= 2:
            return HttpResponse(status=409)
        Packet.objects.create(seed=seed, gardener=gardener)
        return HttpResponse(status=201)
    return JsonResponse({"packets": list(taken.values_list("seed__name", flat=True))})
