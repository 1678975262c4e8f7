"""The views of the articles app."""

# --8<-- [start:methods]
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe


@require_http_methods(["GET", "HEAD", "POST"])
def index(request):
    if request.method == "POST":
        return redirect("articles:archive", year=2026)
    return HttpResponse("All articles")


# --8<-- [end:methods]
# --8<-- [start:view]
@require_safe
def detail(request, slug):
    return HttpResponse(f"Article {slug}")


# --8<-- [end:view]
@require_safe
def new(request):
    return HttpResponse("Write an article")


@require_safe
def archive(request, year):
    return HttpResponse(f"Articles of {year}")


@require_safe
def file(request, name):
    return HttpResponse(f"File {name}")
