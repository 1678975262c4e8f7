"""One span a request."""

# --8<-- [start:traces]
from opentelemetry import trace
from opentelemetry.instrumentation.django import DjangoInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

# In production: BatchSpanProcessor(OTLPSpanExporter()).
exporter = ConsoleSpanExporter(formatter=lambda span: span.to_json(indent=None) + "\n")


def start():
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    DjangoInstrumentor().instrument()  # puts its middleware first in the settings


# --8<-- [end:traces]
