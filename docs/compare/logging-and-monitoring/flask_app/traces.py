"""One span a request."""

# --8<-- [start:traces]
from opentelemetry import trace
from opentelemetry.instrumentation.flask import FlaskInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

# In production: BatchSpanProcessor(OTLPSpanExporter()).
exporter = ConsoleSpanExporter(formatter=lambda span: span.to_json(indent=None) + "\n")


def start(app):
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    FlaskInstrumentor().instrument_app(app)


# --8<-- [end:traces]
