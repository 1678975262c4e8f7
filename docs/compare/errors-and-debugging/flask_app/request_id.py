"""One id for each request: in the response and in every line of the log."""

# --8<-- [start:id]
import logging
import re
import uuid

from flask import g, has_request_context, request


def begin():
    given = request.headers.get("X-Request-ID", "")
    # A stranger may send anything, and it ends up in the log.
    g.request_id = given if re.fullmatch("[0-9A-Za-z-]{8,64}", given) else uuid.uuid4().hex


def name(response):
    response.headers["X-Request-ID"] = g.request_id
    return response


class RequestID(logging.Filter):
    def filter(self, record):
        record.request_id = g.request_id if has_request_context() else "-"
        return True


# --8<-- [end:id]
