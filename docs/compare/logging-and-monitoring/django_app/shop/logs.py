"""What every line of a request carries."""

# --8<-- [start:bind]
import structlog
from opentelemetry import trace


def bind(get_response):
    def middleware(request):
        span = trace.get_current_span().get_span_context()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(
            method=request.method,
            path=request.path,
            trace_id=trace.format_trace_id(span.trace_id),
        )
        return get_response(request)

    return middleware


# --8<-- [end:bind]
