"""The same book with Django Ninja, whose schema comes along."""

# --8<-- [start:ninja]
from django.shortcuts import get_object_or_404
from ninja import ModelSchema, NinjaAPI

from .models import Book

ninja = NinjaAPI(title="Library", version="1.0")


class BookSchema(ModelSchema):
    class Meta:
        model = Book
        fields = ["id", "title", "year"]


@ninja.get("/books/{book_id}", response=BookSchema)
def show_book(request, book_id: int):
    return get_object_or_404(Book, pk=book_id)


# --8<-- [end:ninja]
