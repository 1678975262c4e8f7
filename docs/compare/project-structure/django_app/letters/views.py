"""The views of the letters."""

# --8<-- [start:part]
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from .models import Letter


@require_http_methods(["GET", "HEAD", "POST"])
def index(request):
    place = request.resolver_match.namespace
    if request.method == "POST":
        Letter.objects.create(place=place, text=request.POST["text"])
        return redirect(reverse("letters:index", current_app=place))
    letters = Letter.objects.filter(place=place).order_by("id")
    return render(request, "letters/index.html", {"letters": letters})


# --8<-- [end:part]
# --8<-- [start:mistake]
@require_safe
def mistake(request):
    return redirect("letters:index")  # always the section that the URLconf names last


# --8<-- [end:mistake]
