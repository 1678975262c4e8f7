"""What the same tests need in Django; the database and the client are pytest-django's."""

import pytest
from shared import BOOKS, COLUMNS


@pytest.fixture
def add_book(db):
    from books.models import Book

    def add(number):
        Book.objects.create(**dict(zip(COLUMNS, BOOKS[number], strict=True)) | {"id": 1})

    return add
