"""The GraphQL API."""

# --8<-- [start:graph]
import strawberry
import strawberry_django
from strawberry_django.optimizer import DjangoOptimizerExtension

from . import models


@strawberry_django.type(models.Book)
class Book:
    title: strawberry.auto
    year: strawberry.auto


@strawberry_django.type(models.Author)
class Author:
    name: strawberry.auto
    books: list[Book]


@strawberry.type
class Query:
    authors: list[Author] = strawberry_django.field()


schema = strawberry.Schema(query=Query, extensions=[DjangoOptimizerExtension()])
# --8<-- [end:graph]
# --8<-- [start:mistake]
careless = strawberry.Schema(query=Query)  # a query for each author
# --8<-- [end:mistake]
