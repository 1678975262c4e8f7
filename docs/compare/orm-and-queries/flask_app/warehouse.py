"""Read the tables of the warehouse, which another program owns."""

# --8<-- [start:automap]
from flask import Blueprint
from sqlalchemy import MetaData
from sqlalchemy.ext.automap import automap_base
from sqlalchemy.orm import joinedload

from .models import db

Warehouse = automap_base(metadata=MetaData(info={"bind_key": "warehouse"}))
warehouse = Blueprint("warehouse", __name__)


@warehouse.get("/stock/")
def stock():
    Item = Warehouse.classes.item  # exists once `prepare()` has looked at the tables
    items = db.session.scalars(db.select(Item).options(joinedload(Item.shelf)))
    return {item.name: item.shelf.room for item in items}


# --8<-- [end:automap]
