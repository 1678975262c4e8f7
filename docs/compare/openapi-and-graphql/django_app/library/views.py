"""The REST API; drf-spectacular reads its schema from views and serializers."""

# --8<-- [start:view]
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import generics

from .models import Book
from .serializers import BookSerializer, CarelessSerializer

NOT_FOUND = OpenApiResponse(description="There is no such book.")


@extend_schema(responses={201: BookSerializer, 400: OpenApiTypes.OBJECT})
class AddBook(generics.CreateAPIView):
    serializer_class = BookSerializer


@extend_schema(responses={200: BookSerializer, 404: NOT_FOUND})
class ShowBook(generics.RetrieveAPIView):
    queryset = Book.objects.select_related("author")
    serializer_class = BookSerializer


# --8<-- [end:view]
class ShowBookCareless(generics.RetrieveAPIView):
    queryset = Book.objects.all()
    serializer_class = CarelessSerializer
