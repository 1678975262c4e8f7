"""What volunteers counted: each sees and sends their own."""

from apiflask import APIBlueprint, Schema, abort
from apiflask.fields import UUID, Date, Integer, List, Nested, String
from apiflask.validators import Length, Range
from flask import url_for
from sqlalchemy.exc import IntegrityError

from .models import Count, db
from .tokens import auth

PAGE = 20
bp = APIBlueprint("counts", __name__)


# --8<-- [start:schema]
class CountSchema(Schema):
    id = UUID(required=True, attribute="uid")
    walk = String(required=True, validate=Length(1, 20))
    day = Date(required=True)
    species = String(required=True, validate=Length(1, 60))
    number = Integer(required=True, validate=Range(0, 100_000))


# --8<-- [end:schema]
# --8<-- [start:list]
class Before(Schema):
    before = Integer()


class Page(Schema):
    results = List(Nested(CountSchema))
    next = String()


@bp.get("/counts")
@bp.auth_required(auth)
@bp.input(Before, location="query")
@bp.output(Page)
def list_counts(query_data):
    newest = db.select(Count).filter_by(owner_id=auth.current_user.user_id)
    if "before" in query_data:
        newest = newest.where(Count.pk < query_data["before"])
    found = db.session.scalars(newest.order_by(Count.pk.desc()).limit(PAGE + 1)).all()
    page, more = found[:PAGE], len(found) > PAGE
    following = url_for(".list_counts", before=page[-1].pk) if more else None
    return {"results": page, "next": following}


# --8<-- [end:list]
# --8<-- [start:create]
@bp.post("/counts")
@bp.auth_required(auth)
@bp.input(CountSchema)
@bp.output(CountSchema)
def create(json_data):
    mine = {"owner_id": auth.current_user.user_id, "uid": json_data["uid"]}
    count, status = Count(**mine | json_data), 201
    db.session.add(count)
    try:
        db.session.commit()
    except IntegrityError:  # the phone sent it before, and does not know
        db.session.rollback()
        count, status = db.session.scalars(db.select(Count).filter_by(**mine)).one(), 200
    if any(getattr(count, name) != value for name, value in json_data.items()):
        abort(409, "Another count has this id.")
    return count, status


# --8<-- [end:create]
