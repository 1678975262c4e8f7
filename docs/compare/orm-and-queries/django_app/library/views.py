"""The pages of the library, in JSON."""

import json

from django.core.paginator import InvalidPage, Paginator
from django.db import IntegrityError, transaction
from django.db.models import Avg
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .models import Author, Book, Tag


def bibliography(authors):
    return JsonResponse({a.name: [book.title for book in a.books.all()] for a in authors})


# --8<-- [start:eager]
@require_safe
def authors_one_by_one(request):
    return bibliography(Author.objects.all())


class Authors(View):
    def get(self, request):
        return bibliography(Author.objects.prefetch_related("books"))

    # --8<-- [end:eager]
    # --8<-- [start:create]
    def post(self, request):
        data = json.loads(request.body)
        try:
            with transaction.atomic():
                author = Author.objects.create(name=data["name"])
                for row in data["books"]:
                    tags = [Tag.objects.get_or_create(name=name)[0] for name in row["tags"]]
                    book = author.books.create(title=row["title"], year=row["year"])
                    book.tags.set(tags)
        except IntegrityError:
            return JsonResponse({"error": "exists already"}, status=409)
        return JsonResponse({"id": author.id}, status=201)

    # --8<-- [end:create]


@require_safe
def author(request, id):
    author = get_object_or_404(Author, id=id)
    books = [
        {"id": book.id, "title": book.title, "tags": sorted(tag.name for tag in book.tags.all())}
        for book in author.books.prefetch_related("tags")
    ]
    return JsonResponse({"name": author.name, "books": books})


# --8<-- [start:filter]
@require_safe
def books(request):
    query = Book.objects.select_related("author").order_by("title")
    if tag := request.GET.get("tag"):
        query = query.filter(tags__name=tag)
    if (since := request.GET.get("since", "")).isdecimal():
        query = query.filter(year__gte=since)
    try:
        page = Paginator(query, per_page=2).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error
    books = [{"title": book.title, "author": book.author.name} for book in page]
    return JsonResponse({"total": page.paginator.count, "books": books})


# --8<-- [end:filter]
# --8<-- [start:aggregate]
@require_safe
def ratings(request):
    query = Author.objects.annotate(average=Avg("books__reviews__rating"))
    return JsonResponse(dict(query.values_list("name", "average")))


# --8<-- [end:aggregate]
@require_http_methods(["PATCH"])
def edit(request, id):
    book = get_object_or_404(Book, id=id)
    book.year = json.loads(request.body)["year"]
    book.save()
    return JsonResponse({"year": book.year})


@require_POST
def review(request, id):
    book = get_object_or_404(Book, id=id)
    book.reviews.create(rating=json.loads(request.body)["rating"])
    return JsonResponse({"reviews": book.reviews.count()}, status=201)


# --8<-- [start:unsaved]
@require_POST
def add_book(request, id):
    data = json.loads(request.body)
    author = get_object_or_404(Author, id=id)
    author.name = data["name"]  # never written: `author.save()` is missing
    author.books.create(title=data["title"], year=data["year"])
    return JsonResponse({"name": author.name}, status=201)


# --8<-- [end:unsaved]
