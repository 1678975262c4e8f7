"""The levels of a river in metres, and the checks that some frameworks leave to you."""

# --8<-- [start:checks]
import json
from collections import deque

levels = deque([1.18, 1.21, 1.24], maxlen=48)  # newest last


class Refused(ValueError):
    """What was asked or reported makes no sense."""


def how_many(text):
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 48):
        raise Refused("last: a whole number from 1 to 48")
    return int(text)


def metres(body):
    try:
        level = float(json.loads(body)["metres"])
    except (ValueError, LookupError, TypeError, OverflowError):
        raise Refused("metres: a number") from None
    if not 0 <= level <= 20:
        raise Refused("metres: from 0 to 20")
    return level


# --8<-- [end:checks]
