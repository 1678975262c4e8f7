"""How a phone stays logged in."""

import secrets
from hashlib import sha256
from hmac import compare_digest

from apiflask import HTTPTokenAuth
from flask import current_app
from itsdangerous import BadData, BadSignature, Signer, URLSafeTimedSerializer

from .models import Phone, db

auth = HTTPTokenAuth()


# --8<-- [start:access]
SECONDS = 15 * 60


def access():
    return URLSafeTimedSerializer(current_app.secret_key, salt="access")


@auth.verify_token
def phone_of(token):
    try:
        phone_id = access().loads(token, max_age=SECONDS)
    except BadData:
        return None
    return db.session.get(Phone, phone_id)  # no row: shut out


# --8<-- [end:access]
# --8<-- [start:refresh]
def digest(secret):
    return sha256(secret.encode()).hexdigest()


def refresh():
    return Signer(current_app.secret_key, salt="refresh")


def new_tokens(phone):
    secret = secrets.token_urlsafe(32)
    phone.refresh = digest(secret)
    db.session.add(phone)
    db.session.commit()
    signed = refresh().sign(f"{phone.id}.{secret}").decode()
    return {"access": access().dumps(phone.id), "refresh": signed}


def refreshed(token):
    try:
        phone_id, _, secret = refresh().unsign(token).decode().partition(".")
    except BadSignature:  # not ours: nobody is shut out for what somebody made up
        return None
    phone = db.session.get(Phone, phone_id, with_for_update=True)
    if phone is None:
        return None
    sent = digest(secret)
    if compare_digest(sent, phone.refresh):
        phone.replaced = sent  # good until its successor is used: answers get lost
    elif not compare_digest(sent, phone.replaced or ""):
        db.session.delete(phone)  # two hold it, and one of them may be a thief
        db.session.commit()
        return None
    return new_tokens(phone)


# --8<-- [end:refresh]
