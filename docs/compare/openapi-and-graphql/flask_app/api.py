"""The REST API; APIFlask writes its schema from the decorators."""

# --8<-- [start:view]
from apiflask import APIBlueprint, Schema
from apiflask.fields import Integer, String
from apiflask.validators import Length
from flask import jsonify
from sqlalchemy import select

from .models import Author, Book, db


class BookSchema(Schema):
    id = Integer(dump_only=True)
    title = String(required=True, validate=Length(1, 100))
    year = Integer(required=True)
    author = String(required=True, validate=Length(1, 80), attribute="author.name")
    century = Integer(dump_only=True)


books = APIBlueprint("books", __name__, url_prefix="/api/books")


@books.get("/<int:book_id>")
@books.output(BookSchema)
def show_book(book_id):
    return db.get_or_404(Book, book_id)


@books.post("/")
@books.input(BookSchema)
@books.output(BookSchema, status_code=201)
def add_book(json_data):
    name = json_data.pop("author")["name"]
    author = db.session.scalar(select(Author).filter_by(name=name)) or Author(name=name)
    book = Book(**json_data, author=author)
    db.session.add(book)
    db.session.commit()
    return book


# --8<-- [end:view]
# --8<-- [start:mistake]
@books.get("/<int:book_id>/careless")
@books.output(BookSchema)
def show_book_careless(book_id):
    book = db.get_or_404(Book, book_id)
    return jsonify(title=book.title, year=str(book.year))  # a response: the schema is skipped


# --8<-- [end:mistake]
