"""What the API takes and gives."""

# --8<-- [start:schema]
from django.db import transaction
from rest_framework import serializers

from .models import Line, Order


class LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["sku", "quantity"]


class OrderSerializer(serializers.ModelSerializer):
    lines = LineSerializer(many=True, allow_empty=False)

    class Meta:
        model = Order
        fields = ["id", "number", "customer", "lines"]

    # --8<-- [start:create]
    @transaction.atomic
    def create(self, validated_data):
        lines = validated_data.pop("lines")
        order = Order.objects.create(**validated_data)
        Line.objects.bulk_create(Line(order=order, **line) for line in lines)
        return order

    # --8<-- [end:create]


# --8<-- [end:schema]
# --8<-- [start:version]
class OrderSerializer2(OrderSerializer):
    buyer = serializers.CharField(source="customer", max_length=80)

    class Meta(OrderSerializer.Meta):
        fields = ["id", "number", "buyer", "lines"]


# --8<-- [end:version]
