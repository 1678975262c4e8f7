"""What the phones send and get."""

from rest_framework import serializers

from .models import Count, Phone


class LogInSerializer(serializers.Serializer):
    username = serializers.CharField()
    password = serializers.CharField(trim_whitespace=False)
    phone = serializers.CharField(max_length=60)


class RefreshSerializer(serializers.Serializer):
    refresh = serializers.CharField()


class PhoneSerializer(serializers.ModelSerializer):
    class Meta:
        model = Phone
        fields = ["id", "name"]


# --8<-- [start:schema]
class CountSerializer(serializers.ModelSerializer):
    id = serializers.UUIDField(source="uid")

    class Meta:
        model = Count
        fields = ["id", "walk", "day", "species", "number"]
        extra_kwargs = {"number": {"max_value": 100_000}}


# --8<-- [end:schema]
