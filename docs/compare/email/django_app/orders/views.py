"""The page that takes an order."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from .mail import confirm


@require_POST
def create(request):
    name, item = request.POST["name"], request.POST["item"]
    confirm(request.POST["email"], name, f"item,for\n{item},{name}\n")
    return HttpResponse("Thank you", status=201)
