"""The same endpoint with Django Ninja."""

# --8<-- [start:ninja]
from typing import Annotated

from django.db import IntegrityError, transaction
from ninja import ModelSchema, NinjaAPI, Status
from pydantic import Field, PositiveInt

from .models import Line, Order

api = NinjaAPI()


class LineSchema(ModelSchema):
    quantity: PositiveInt

    class Meta:
        model = Line
        fields = ["sku"]


class OrderIn(ModelSchema):
    lines: Annotated[list[LineSchema], Field(min_length=1)]

    class Meta:
        model = Order
        fields = ["number", "customer"]


class OrderOut(ModelSchema):
    lines: list[LineSchema]

    class Meta:
        model = Order
        fields = ["id", "number", "customer"]


@api.exception_handler(IntegrityError)
def duplicate(request, error):
    detail = "An order with this number exists."
    return api.create_response(request, {"detail": detail}, status=409)


@api.post("/orders", response={201: OrderOut})
@transaction.atomic
def create_order(request, data: OrderIn):
    fields = data.dict()
    lines = fields.pop("lines")
    order = Order.objects.create(**fields)
    Line.objects.bulk_create(Line(order=order, **line) for line in lines)
    return Status(201, order)


# --8<-- [end:ninja]
