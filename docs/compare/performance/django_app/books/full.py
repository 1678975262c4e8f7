"""The endpoints with the ORM, a form class and accounts."""

from django.contrib.auth import authenticate
from django.contrib.auth import login as log_in
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from shared import as_dict, grown

from books import bare
from books.forms import BookForm
from books.models import Book

TEXT = bare.TEXT


def reads_visitor(view):
    """Read the session or the user first, as most views of a real app do."""

    def wrapped(request, **more):
        if grown("user-read"):
            request.user.is_authenticated  # noqa: B018
        elif grown("session-read"):
            request.session.get("seen")
        return view(request, **more)

    return wrapped


@require_GET
def row(request):
    return JsonResponse(as_dict(Book.objects.get(pk=1)))


@require_GET
def rows(request):
    return JsonResponse([as_dict(book) for book in Book.objects.order_by("id")], safe=False)


@require_GET
def page(request):
    return render(request, "books.html", {"books": Book.objects.order_by("id")})


@require_POST
def form(request):
    filled = BookForm(request.POST)
    if not filled.is_valid():
        return HttpResponse("Check the fields", status=422, content_type=TEXT)
    text = "Saved: {title}, {pages} pages".format(**filled.cleaned_data)
    return HttpResponse(text, content_type=TEXT)


@require_POST
def login(request):
    user = authenticate(request, **{key: request.POST[key] for key in ("username", "password")})
    if user is None:
        return HttpResponse("Try again", status=403, content_type=TEXT)
    log_in(request, user)
    return HttpResponse("Welcome", content_type=TEXT)


GROWN = {"row": row, "rows": rows, "page": page, "form": form}
ENDPOINTS = {path: reads_visitor(view) for path, view in (bare.ENDPOINTS | GROWN).items()}
ENDPOINTS["login"] = csrf_exempt(reads_visitor(login))  # every request is a new visitor's


def not_here(request, exception):
    """The page for 404."""
    return reads_visitor(bare.not_here)(request, exception=exception)
