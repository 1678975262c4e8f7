"""What the REST API takes and gives."""

# --8<-- [start:serializer]
from rest_framework import serializers

from .models import Author, Book


class BookSerializer(serializers.ModelSerializer):
    author = serializers.CharField(source="author.name", max_length=80)
    century = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ["id", "title", "year", "author", "century"]

    def get_century(self, book) -> int:  # the hint is what the schema knows of it
        return (book.year - 1) // 100 + 1

    def create(self, validated_data):
        author, _ = Author.objects.get_or_create(**validated_data.pop("author"))
        return Book.objects.create(author=author, **validated_data)


# --8<-- [end:serializer]
# --8<-- [start:mistake]
class CarelessSerializer(BookSerializer):
    def get_century(self, book):  # no hint: the schema says string
        return (book.year - 1) // 100 + 1


# --8<-- [end:mistake]
