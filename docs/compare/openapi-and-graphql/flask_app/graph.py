"""The GraphQL API."""

# --8<-- [start:graph]
import strawberry
from sqlalchemy import select
from strawberry.dataloader import DataLoader
from strawberry.flask.views import AsyncGraphQLView

from .models import Author, Book, db


@strawberry.type(name="Book")
class BookType:
    title: str
    year: int


@strawberry.type(name="Author")
class AuthorType:
    id: strawberry.Private[int]
    name: str

    @strawberry.field
    async def books(self, info: strawberry.Info) -> list[BookType]:
        return await info.context["books"].load(self.id)


async def books_of(author_ids):
    found = db.session.scalars(select(Book).where(Book.author_id.in_(author_ids)))
    books = {author_id: [] for author_id in author_ids}
    for book in found:
        books[book.author_id].append(BookType(title=book.title, year=book.year))
    return [books[author_id] for author_id in author_ids]


@strawberry.type
class Query:
    @strawberry.field
    async def authors(self) -> list[AuthorType]:
        rows = db.session.scalars(select(Author).order_by(Author.id))
        return [AuthorType(id=row.id, name=row.name) for row in rows]


class LibraryView(AsyncGraphQLView):
    async def get_context(self, request, response):
        return {"books": DataLoader(load_fn=books_of)}  # one a request


# --8<-- [end:graph]
# --8<-- [start:mistake]
@strawberry.type(name="Author")
class CarelessAuthor(AuthorType):
    @strawberry.field
    async def books(self) -> list[BookType]:
        rows = db.session.scalars(select(Book).filter_by(author_id=self.id))
        return [BookType(title=row.title, year=row.year) for row in rows]


# --8<-- [end:mistake]
@strawberry.type(name="Query")
class CarelessQuery:
    @strawberry.field
    async def authors(self) -> list[CarelessAuthor]:
        rows = db.session.scalars(select(Author).order_by(Author.id))
        return [CarelessAuthor(id=row.id, name=row.name) for row in rows]


def init_app(app):
    for path, query in [("/graphql", Query), ("/graphql/careless", CarelessQuery)]:
        schema = strawberry.Schema(query=query)
        app.add_url_rule(path, view_func=LibraryView.as_view(path.strip("/"), schema=schema))
