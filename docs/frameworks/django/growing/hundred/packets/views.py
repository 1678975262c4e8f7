"""Pages about packets."""

from django.http import HttpResponse, JsonResponse

from . import services


def index(request, gardener):
    if request.method == "POST":
        try:
            services.take(request.POST["seed"], gardener)
        except services.Refused as error:
            return JsonResponse({"error": str(error)}, status=409)
        return HttpResponse(status=201)
    names = services.taken_by(gardener).values_list("seed__name", flat=True)
    return JsonResponse({"packets": list(names)})
