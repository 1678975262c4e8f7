"""The views of the basket."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe


# --8<-- [start:show]
@require_http_methods(["GET", "HEAD", "POST"])
def basket(request):
    items = request.session.get("items", [])
    if request.method != "POST":
        return render(request, "basket.html", {"items": items})
    item = request.POST["item"]
    request.session["items"] = [*items, item]
    messages.success(request, f"{item} is in the basket")
    return redirect("basket:show")


# --8<-- [end:show]
# --8<-- [start:mistake]
@require_POST
def add_in_place(request):
    request.session.setdefault("items", []).append(request.POST["item"])
    return redirect("basket:show")


# --8<-- [end:mistake]
# --8<-- [start:mended]
@require_POST
def add_in_place_mended(request):
    request.session.setdefault("items", []).append(request.POST["item"])
    request.session.modified = True
    return redirect("basket:show")


# --8<-- [end:mended]
@require_POST
def empty(request):
    request.session.pop("items", None)
    messages.info(request, "The basket is empty")
    return redirect("basket:show")


# --8<-- [start:keep]
@require_POST
def keep(request):
    request.session.set_expiry(30 * 24 * 60 * 60)
    return redirect("basket:show")


# --8<-- [end:keep]
@require_safe
def count(request):
    return JsonResponse({"items": len(request.session.get("items", []))})
