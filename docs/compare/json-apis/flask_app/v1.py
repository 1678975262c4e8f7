"""The API, version 1."""

# --8<-- [start:view]
from apiflask import APIBlueprint, abort, pagination_builder
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from .models import Line, Order, db
from .schemas import OrderSchema, OrdersPage, PageQuery

api = APIBlueprint("v1", __name__, url_prefix="/api/v1")


@api.post("/orders")
@api.input(OrderSchema)
@api.output(OrderSchema, status_code=201)
def create_order(json_data):
    lines = [Line(**line) for line in json_data.pop("lines")]
    order = Order(**json_data, lines=lines)
    db.session.add(order)
    # --8<-- [start:duplicate]
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        abort(409, "An order with this number exists.")
    # --8<-- [end:duplicate]
    return order


@api.get("/orders/<int:order_id>")
@api.output(OrderSchema)
def show_order(order_id):
    return db.get_or_404(Order, order_id)


# --8<-- [end:view]
# --8<-- [start:page]
@api.get("/orders")
@api.input(PageQuery, location="query")
@api.output(OrdersPage)
def list_orders(query_data):
    page = db.paginate(select(Order).order_by(Order.id), **query_data)
    return {"orders": page.items, "pagination": pagination_builder(page)}


# --8<-- [end:page]
