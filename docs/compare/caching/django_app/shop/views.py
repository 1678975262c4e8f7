"""Pages that show prices, and one that changes them."""

import json

from django.core.cache import cache
from django.core.cache.utils import make_template_fragment_key
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_page
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from . import prices


# --8<-- [start:page]
@require_safe
@cache_page(60)
def listed(request):
    most = int(request.GET.get("max", 10**6))
    found = {name: cents for name, cents in prices.read().items() if cents <= most}
    return JsonResponse(found)


@require_safe
@cache_page(60)
@vary_on_cookie
def hello(request):
    count = len(prices.read())
    return HttpResponse(f"Hello {request.COOKIES.get('name')}, we have {count} products")


# --8<-- [end:page]
@require_safe
def shelf(request):
    return render(request, "shop/shelf.html", {"name": request.GET["name"], "prices": prices})


# --8<-- [start:value]
def gross(name):
    return cache.get_or_set(f"gross:{name}", lambda: prices.read()[name] * 119 // 100, 60)


@require_http_methods(["GET", "HEAD", "POST"])
def price(request, name):
    if request.method == "POST":
        change(name, json.loads(request.body)["cents"])
        return HttpResponse(status=204)
    return JsonResponse({"gross": gross(name)})


# --8<-- [end:value]
# --8<-- [start:invalidate]
def change(name, cents):
    prices.write(name, cents)
    cache.delete(f"gross:{name}")
    cache.delete(make_template_fragment_key("shelf"))
    # The page at /prices/ waits for its 60 seconds.


# --8<-- [end:invalidate]
