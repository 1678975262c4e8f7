"""How a phone logs in, and how its owner shuts it out."""

import secrets

from apiflask import APIBlueprint, Schema, abort
from apiflask.fields import String
from apiflask.validators import Length
from werkzeug.security import check_password_hash, generate_password_hash

from .models import Phone, User, db
from .tokens import auth, new_tokens, refreshed

NOBODY = generate_password_hash(secrets.token_hex())
bp = APIBlueprint("phones", __name__)


class LogIn(Schema):
    username = String(required=True)
    password = String(required=True)
    phone = String(required=True, validate=Length(1, 60))


class Refresh(Schema):
    refresh = String(required=True)


class PhoneOut(Schema):
    id = String()
    name = String()


# --8<-- [start:log-in]
@bp.post("/phones")
@bp.input(LogIn)
def log_in(json_data):
    user = db.session.scalar(db.select(User).filter_by(username=json_data["username"]))
    stored = user.password_hash if user else NOBODY  # an unknown name takes as long
    if not check_password_hash(stored, json_data["password"]) or not user:
        abort(401)
    return new_tokens(Phone(user=user, name=json_data["phone"])), 201


# --8<-- [end:log-in]
@bp.post("/phones/refresh")
@bp.input(Refresh)
def refresh(json_data):
    return refreshed(json_data["refresh"]) or abort(401)


# --8<-- [start:shut-out]
@bp.get("/phones")
@bp.auth_required(auth)
@bp.output(PhoneOut(many=True))
def list_phones():
    mine = db.select(Phone).filter_by(user_id=auth.current_user.user_id)
    return db.session.scalars(mine).all()


@bp.delete("/phones/<phone_id>")
@bp.auth_required(auth)
def shut_out(phone_id):
    mine = db.select(Phone).filter_by(user_id=auth.current_user.user_id, id=phone_id)
    db.session.delete(db.first_or_404(mine))
    db.session.commit()
    return "", 204


# --8<-- [end:shut-out]
