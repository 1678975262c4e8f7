"""The root URLconf."""

# --8<-- [start:urls]
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.views import SpectacularJSONAPIView
from library import graph, views
from library.ninja_api import ninja
from strawberry.django.views import GraphQLView

urlpatterns = [
    path("api/books/", views.AddBook.as_view()),
    path("api/books/<int:pk>", views.ShowBook.as_view()),
    path("openapi.json", SpectacularJSONAPIView.as_view()),
    # No visitor is known by a cookie here, so there is nothing to forge.
    path("graphql", csrf_exempt(GraphQLView.as_view(schema=graph.schema))),
    # --8<-- [end:urls]
    path("api/books/<int:pk>/careless", views.ShowBookCareless.as_view()),
    path("graphql/careless", csrf_exempt(GraphQLView.as_view(schema=graph.careless))),
    path("ninja/", ninja.urls),
]
