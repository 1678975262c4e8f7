"""What the API takes and gives."""

# --8<-- [start:schema]
from apiflask import PaginationSchema, Schema
from apiflask.fields import Integer, List, Nested, String
from apiflask.validators import Length, Range


class LineSchema(Schema):
    sku = String(required=True, validate=Length(1, 20))
    quantity = Integer(required=True, validate=Range(min=1))


class OrderSchema(Schema):
    id = Integer(dump_only=True)
    number = String(required=True, validate=Length(1, 20))
    customer = String(required=True, validate=Length(1, 80))
    lines = List(Nested(LineSchema), required=True, validate=Length(min=1))


# --8<-- [end:schema]
# --8<-- [start:page]
class PageQuery(Schema):
    page = Integer(load_default=1, validate=Range(min=1))
    per_page = Integer(load_default=20, validate=Range(1, 50))


class OrdersPage(Schema):
    orders = List(Nested(OrderSchema))
    pagination = Nested(PaginationSchema)


# --8<-- [end:page]
# --8<-- [start:version]
class OrderSchema2(OrderSchema):
    class Meta:
        exclude = ["customer"]

    buyer = String(attribute="customer")


# --8<-- [end:version]
