"""JSON as the API has always sent it."""

import datetime as dt

from flask.json.provider import DefaultJSONProvider


class DjangoJSON(DefaultJSONProvider):
    """Flask's own way with a moment is `Sun, 29 Mar 2026 01:30:00 GMT`."""

    sort_keys = False

    @staticmethod
    def default(value):
        if isinstance(value, dt.datetime):
            moment = value.isoformat()
            if value.microsecond:
                moment = moment[:23] + moment[26:]
            return moment.removesuffix("+00:00") + "Z"
        if isinstance(value, dt.date):
            return value.isoformat()
        return DefaultJSONProvider.default(value)
