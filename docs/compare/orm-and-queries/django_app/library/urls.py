"""The URLs of the library."""

from django.urls import path

from . import views

urlpatterns = [
    path("authors/", views.Authors.as_view()),
    path("authors/n-plus-one/", views.authors_one_by_one),
    path("authors/<int:id>/", views.author),
    path("authors/<int:id>/books/", views.add_book),
    path("books/", views.books),
    path("books/<int:id>/", views.edit),
    path("books/<int:id>/reviews/", views.review),
    path("ratings/", views.ratings),
]
