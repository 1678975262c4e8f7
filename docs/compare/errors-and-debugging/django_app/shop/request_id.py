"""One id for each request: in the response and in every line of the log."""

# --8<-- [start:id]
import logging
import re
import uuid
from contextvars import ContextVar

current = ContextVar("request_id", default="-")


def middleware(get_response):
    def handle(request):
        given = request.headers.get("X-Request-ID", "")
        # A stranger may send anything, and it ends up in the log.
        request.id = given if re.fullmatch("[0-9A-Za-z-]{8,64}", given) else uuid.uuid4().hex
        token = current.set(request.id)
        response = get_response(request)
        current.reset(token)
        response.headers["X-Request-ID"] = request.id
        return response

    return handle


class RequestID(logging.Filter):
    def filter(self, record):
        # Django logs a 4xx after the middleware has ended, and attaches the request.
        request = getattr(record, "request", None)
        record.request_id = getattr(request, "id", current.get())
        return True


# --8<-- [end:id]
