"""The API, version 2: so far, one view has changed."""

# --8<-- [start:version]
from apiflask import APIBlueprint

from .models import Order, db
from .schemas import OrderSchema2

api = APIBlueprint("v2", __name__, url_prefix="/api/v2")


@api.get("/orders/<int:order_id>")
@api.output(OrderSchema2)
def show_order(order_id):
    return db.get_or_404(Order, order_id)


# --8<-- [end:version]
