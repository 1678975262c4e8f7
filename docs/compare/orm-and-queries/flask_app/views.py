"""The pages of the library, in JSON."""

from flask import Blueprint, abort, request
from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload, selectinload

from .models import Author, Book, Review, Tag, db

library = Blueprint("library", __name__)


# --8<-- [start:create]
def tag_named(name):
    return db.session.scalar(db.select(Tag).filter_by(name=name)) or Tag(name=name)


@library.post("/authors/")
def create_author():
    data = request.get_json()
    try:
        author = Author(name=data["name"])
        db.session.add(author)
        for row in data["books"]:
            tags = [tag_named(name) for name in row["tags"]]
            author.books.append(Book(title=row["title"], year=row["year"], tags=tags))
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        abort(409)
    return {"id": author.id}, 201


# --8<-- [end:create]
@library.get("/authors/<int:id>/")
def author(id):
    with_tags = selectinload(Author.books).selectinload(Book.tags)
    author = db.get_or_404(Author, id, options=[with_tags])
    return {
        "name": author.name,
        "books": [
            {"id": book.id, "title": book.title, "tags": sorted(tag.name for tag in book.tags)}
            for book in author.books
        ],
    }


def bibliography(authors):
    return {author.name: [book.title for book in author.books] for author in authors}


# --8<-- [start:eager]
@library.get("/authors/n-plus-one/")
def authors_one_by_one():
    return bibliography(db.session.scalars(db.select(Author)))


@library.get("/authors/")
def authors():
    query = db.select(Author).options(selectinload(Author.books))
    return bibliography(db.session.scalars(query))


# --8<-- [end:eager]
# --8<-- [start:filter]
@library.get("/books/")
def books():
    query = db.select(Book).options(joinedload(Book.author)).order_by(Book.title)
    if tag := request.args.get("tag"):
        query = query.where(Book.tags.any(name=tag))
    if since := request.args.get("since", type=int):
        query = query.where(Book.year >= since)
    page = db.paginate(query, per_page=2)  # takes the page number from `?page=`
    books = [{"title": book.title, "author": book.author.name} for book in page]
    return {"total": page.total, "books": books}


# --8<-- [end:filter]
# --8<-- [start:aggregate]
@library.get("/ratings/")
def ratings():
    query = (
        db.select(Author.name, func.avg(Review.rating))
        .outerjoin(Author.books)
        .outerjoin(Book.reviews)
        .group_by(Author.id)
    )
    return dict(db.session.execute(query).all())


# --8<-- [end:aggregate]
@library.post("/books/<int:id>/reviews/")
def review(id):
    book = db.get_or_404(Book, id)
    book.reviews.append(Review(rating=request.get_json()["rating"]))
    db.session.commit()
    return {"reviews": len(book.reviews)}, 201


@library.patch("/books/<int:id>/")
def edit(id):
    book = db.get_or_404(Book, id)
    book.year = request.get_json()["year"]
    db.session.commit()
    return {"year": book.year}


# --8<-- [start:unsaved]
@library.post("/authors/<int:id>/books/")
def add_book(id):
    data = request.get_json()
    author = db.get_or_404(Author, id)
    author.name = data["name"]
    author.books.append(Book(title=data["title"], year=data["year"]))
    db.session.commit()  # keeps the book and the new name
    return {"name": author.name}, 201


# --8<-- [end:unsaved]
