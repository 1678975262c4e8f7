"""The endpoints on Django alone: plain SQL, checks by hand."""

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from shared import all_rows, one_row

TEXT = "text/plain; charset=utf-8"


@require_GET
def plain(request):
    return HttpResponse("Hello, World!", content_type=TEXT)


@require_GET
def small(request):
    return JsonResponse({"message": "Hello, World!"})


@require_GET
def row(request):
    return JsonResponse(one_row(1))


@require_GET
def rows(request):
    return JsonResponse(all_rows(), safe=False)


@require_GET
def page(request):
    return render(request, "books.html", {"books": all_rows()})


@require_POST
def form(request):
    title, pages = request.POST.get("title", "").strip(), request.POST.get("pages", "")
    if not 0 < len(title) <= 100 or not pages.isdigit() or int(pages) < 1:
        return HttpResponse("Check the fields", status=422, content_type=TEXT)
    return HttpResponse(f"Saved: {title}, {int(pages)} pages", content_type=TEXT)


@require_GET
def token(request):
    return HttpResponse(get_token(request), content_type=TEXT)


def not_here(request, exception):
    """The page for 404."""
    return HttpResponse("Not here", status=404, content_type=TEXT)


ENDPOINTS = {
    "plain": plain,
    "json": small,
    "row": row,
    "rows": rows,
    "page": page,
    "form": form,
    "token": token,
}
