"""What the membership system exports each night, and the hub that knows other networks' cards."""

import hmac
import json
import os
import re
from pathlib import Path

# A file stands for the object in the cloud's storage; the real `read` asks for that.
FILE = Path(os.environ.get("APP_DATA", Path(__file__).parent)) / "export.json"
KEY = os.environ["COLUMN_KEY"].encode()
CARD = re.compile(r"[A-Z]{2}-[0-9]{1,20}")


def read():
    return json.loads(FILE.read_text())


def is_column(key):
    return hmac.compare_digest(key.encode(), KEY)


# --8<-- [start:lazy]
def may_charge(card):
    if card.startswith("EC-"):
        return read()["cards"].get(card) == "open"
    if not CARD.fullmatch(card):  # whatever else it is, it must not shape the hub's address
        return False
    import httpx  # only here: nine taps in ten are by members and never need it

    try:
        answer = httpx.get(f"{os.environ['HUB_URL']}/{card}", timeout=0.5)  # each step
        return answer.is_success and answer.json()["allowed"] is True
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return False


# --8<-- [end:lazy]
