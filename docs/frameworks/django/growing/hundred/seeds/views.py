"""Pages about seeds."""

from django.http import HttpResponse, JsonResponse

from . import services


def index(request):
    if request.method == "POST":
        services.add(request.POST["name"])
        return HttpResponse(status=201)
    return JsonResponse({"seeds": services.names()})
