"""What comes in and what goes out, with Django."""

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from django.http import HttpResponseBadRequest, JsonResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe


# --8<-- [start:query]
@require_safe
def search(request):
    if "q" not in request.GET:
        return HttpResponseBadRequest("q is missing")
    try:
        page = int(request.GET.get("page", 1))
    except ValueError:
        page = 1
    tags = request.GET.getlist("tag")
    return JsonResponse({"words": request.GET["q"], "page": page, "tags": tags})


# --8<-- [end:query]
# --8<-- [start:careless]
@require_safe
def search_careless(request):
    words = request.GET["q"]  # missing: 500
    page = int(request.GET.get("page", 1))  # not a number: 500
    return JsonResponse({"words": words, "page": page})


# --8<-- [end:careless]
# --8<-- [start:json]
@require_POST
def create(request):
    try:
        received = json.loads(request.body)
    except ValueError:
        return HttpResponseBadRequest("not JSON")
    return JsonResponse({"received": received}, status=201)


# --8<-- [end:json]
# --8<-- [start:form]
@require_http_methods(["POST", "PUT"])
def profile(request):
    fields = request.POST  # empty unless the method is POST
    if request.method == "PUT":
        fields = QueryDict(request.body)
    return JsonResponse({"fields": fields.dict(), "POST": request.POST.dict()})


# --8<-- [end:form]
# --8<-- [start:cookie]
@require_http_methods(["GET", "HEAD", "POST"])
def theme(request):
    if request.method == "POST":
        chosen = request.POST.get("theme", "light")
        response = redirect("theme")
        response.set_cookie("theme", chosen, max_age=3600, samesite="Lax")
        response.headers["X-Asked-By"] = request.headers.get("User-Agent", "nobody")
        return response
    return JsonResponse({"theme": request.COOKIES.get("theme", "light")})


# --8<-- [end:cookie]
# --8<-- [start:helper]
def describe(request, action):
    return f"{action} for {request.GET.get('name', 'nobody')}"


@require_safe
def report(request):
    with ThreadPoolExecutor() as pool:
        kept = pool.submit(describe, request, "report")
    return JsonResponse({"here": describe(request, "page"), "thread": kept.result()})


# --8<-- [end:helper]
# --8<-- [start:stream]
@require_safe
def numbers(request):
    def lines():
        for number in count(1):  # without end: only a stream can send it
            yield f"{number} for {request.GET.get('name', 'nobody')}\n"

    return StreamingHttpResponse(lines(), content_type="text/plain")


# --8<-- [end:stream]
