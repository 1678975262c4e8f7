"""The door for the billing provider, which tells us who has paid for what, and until when."""

import hashlib
import hmac

from flask import Blueprint, abort, current_app, request

from .models import LIMITS, Account, db

bp = Blueprint("billing", __name__)


# --8<-- [start:events]
def is_signed():
    # How the stand-in of the tests signs. A real provider's library goes here.
    key = current_app.config["BILLING_SECRET"].encode()
    wanted = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    sent = request.headers.get("Billing-Signature", "")
    return hmac.compare_digest(sent.encode(), wanted.encode())


@bp.post("/billing/events")
def events():
    if not is_signed():
        abort(401)
    told = request.get_json(force=True)
    if told["plan"] not in LIMITS:
        abort(422)
    account = db.get_or_404(Account, told["account"])
    newer = db.update(Account).where(
        Account.id == account.id, Account.billing_version < told["version"]
    )
    new = {"plan": told["plan"], "paid_until": told["paid_until"]}
    db.session.execute(newer.values(**new, billing_version=told["version"]))
    db.session.commit()
    return "", 204


# --8<-- [end:events]
