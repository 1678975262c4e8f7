"""What the payment provider and the ledger agreed with us; it knows no framework."""

import base64
import hashlib
import hmac
import json
import time

import httpx

LATE = 300  # seconds: a recorded event that is sent again later than this is refused


# --8<-- [start:genuine]
def key_from(secret):
    """The key in a secret as the provider shows it, `whsec_` and base64."""
    prefix, _, encoded = secret.partition("_")
    key = base64.b64decode(encoded, validate=True)
    if prefix != "whsec" or len(key) < 24:
        raise ValueError("WEBHOOK_SECRET is not what the provider showed")
    return key


def is_genuine(headers, body, key):
    """Whether the provider signed these very bytes, and did so just now."""
    event, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not (event and sent.isdecimal() and len(sent) < 12 and abs(time.time() - int(sent)) <= LATE):
        return False
    digest = hmac.digest(key, f"{event}.{sent}.".encode() + body, hashlib.sha256)
    wanted = b"v1," + base64.b64encode(digest)
    found = headers.get("webhook-signature", "").split()  # two while the secret is changed
    return any(hmac.compare_digest(wanted, one.encode()) for one in found)


# --8<-- [end:genuine]
def book(event, body, ledger):
    """Book a paid donation; the ledger takes each event only once."""
    content = json.loads(body)
    if content["type"] != "donation.paid":  # the provider adds kinds of events when it likes
        return
    booking = {"donor": content["data"]["donor"], "cents": content["data"]["cents"]}
    answer = httpx.post(ledger, json=booking, headers={"Idempotency-Key": event}, timeout=10)
    answer.raise_for_status()
