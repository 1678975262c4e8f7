"""What both apps of docs/compare/logging-and-monitoring promise, and where they differ."""

import json
import secrets
import time

from harness import ROOT

HOME = ROOT / "docs/compare/logging-and-monitoring"
ORDER = {"flask": "/orders/<int:number>/", "django": "orders/<int:number>/"}

# Count spans after a request to an app that is older than its instrumentation, then to a new one.
LATE = {
    "flask": """
from opentelemetry.instrumentation.flask import FlaskInstrumentor as Instrumentor
import flask
build = lambda: flask.Flask("shop")
""",
    "django": """
from opentelemetry.instrumentation.django import DjangoInstrumentor as Instrumentor
from django.conf import settings
from django.core.wsgi import get_wsgi_application as build
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x", MIDDLEWARE=[])
urlpatterns = []
""",
}
COUNT = """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from werkzeug.test import Client
memory = InMemorySpanExporter()
trace.set_tracer_provider(TracerProvider())
trace.get_tracer_provider().add_span_processor(SimpleSpanProcessor(memory))
app = build()
Instrumentor().instrument()
for app in (app, build()):
    Client(app).get("/").close()
    print("spans:", len(memory.get_finished_spans()))
"""
DEBUG_404 = """
import logging, os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
from config import settings
{change}
django.setup()
from django.test import Client
Client().get("/nowhere/")
print("handlers:", logging.getLogger("django").handlers)
"""


def get(app, client, path):
    """Ask for a path; return the log lines and the span that the request left, and their order."""
    trace_id = secrets.token_hex(16)
    client.get(path, headers={"traceparent": f"00-{trace_id}-{'b' * 16}-01"})
    found, before = [], None
    for _ in range(50):  # the last line may be written after the response
        if any("context" in line for line in found) and found == before:
            break
        time.sleep(0.05)
        found, before = [json.loads(x) for x in app.output().splitlines() if trace_id in x], found
    (span,) = [line for line in found if "context" in line]
    return [line for line in found if line != span], span, found


def python(app, program, **env):
    done = app.run(["python", "-c", program], **env)
    return done.stdout + done.stderr


def test_a_line_is_one_json_object_with_the_path_and_the_trace(app, client):
    logs, span, _ = get(app, client, "/orders/7/")
    assert [(line["event"], line["number"], line["level"]) for line in logs] == [
        ("order shown", 7, "info")
    ]
    assert logs[0]["path"] == "/orders/7/"
    assert f"0x{logs[0]['trace_id']}" == span["context"]["trace_id"]


def test_lines_of_libraries_and_of_the_framework_have_the_same_form(app, client):
    own, _, _ = get(app, client, "/orders/7/")
    assert own[0]["event"] == "order shown" and own[0]["path"] == "/orders/7/"
    logs, span, _ = get(app, client, "/failing/")
    assert [line["level"] for line in logs] == ["warning", "error"]
    assert {line["path"] for line in logs} == {"/failing/"}
    assert logs[0]["logger"] == "payments"
    assert logs[1]["exception"].endswith("RuntimeError: no stock")
    assert {f"0x{line['trace_id']}" for line in logs} == {span["context"]["trace_id"]}


def test_only_django_logs_a_404_and_does_so_after_the_span_has_ended(served, flask, django):
    assert get(served("flask"), flask, "/nowhere/")[0] == []
    logs, span, order = get(served("django"), django, "/nowhere/")
    assert [(line["logger"], line["level"]) for line in logs] == [("django.request", "warning")]
    assert order == [span, logs[0]]


def test_lines_come_twice_when_flask_logged_first_or_django_keeps_its_handler(served):
    mended = (HOME / "twice.py").read_text().replace('app.logger.info("starting")', "")
    assert served("flask").run("python twice.py").stderr.count("stock is low") == 2
    assert python(served("flask"), mended).count("stock is low") == 1
    left_out = DEBUG_404.format(change="del settings.LOGGING['loggers']")
    twice = python(served("django"), left_out, DEBUG="1")
    assert python(served("django"), left_out).count("Not Found") == 1  # without DEBUG
    once = python(served("django"), DEBUG_404.format(change=""), DEBUG="1")
    assert twice.count("Not Found") == 2 and "AdminEmailHandler" in twice
    assert once.count("Not Found") == 1 and "handlers: []" in once  # so no mail to ADMINS either


def test_a_request_is_one_span_of_the_callers_trace_named_by_its_route(app, client):
    _, span, _ = get(app, client, "/orders/7/")
    assert span["parent_id"] == "0x" + "b" * 16
    assert span["name"] == "GET " + ORDER[app.framework]
    assert span["attributes"]["http.route"] == ORDER[app.framework]
    assert span["attributes"]["http.status_code"] == 200


def test_an_unhandled_error_is_on_the_span(app, client):
    _, span, _ = get(app, client, "/failing/")
    assert span["status"]["status_code"] == "ERROR"
    assert span["events"][0]["attributes"]["exception.message"] == "no stock"


def test_a_404_that_the_view_raises_is_an_error_on_djangos_span_only(served, flask, django):
    _, span, _ = get(served("flask"), flask, "/orders/101/")
    assert span["attributes"]["http.status_code"] == 404
    assert span["status"]["status_code"] == "UNSET"
    _, span, _ = get(served("django"), django, "/orders/101/")
    assert span["attributes"]["http.status_code"] == 404
    assert span["status"]["status_code"] == "ERROR"


def test_the_span_of_an_unknown_url_carries_the_raw_path_in_flask_only(served, flask, django):
    _, span, _ = get(served("flask"), flask, "/wp-login.php")
    assert span["name"] == "GET /wp-login.php"
    assert "http.route" not in span["attributes"]
    _, span, _ = get(served("django"), django, "/wp-login.php")
    assert span["name"] == "GET"
    assert "http.route" not in span["attributes"]


def test_an_app_made_before_it_is_instrumented_leaves_no_span_and_no_error(app):
    output = python(app, LATE[app.framework] + COUNT)
    assert output.splitlines() == ["spans: 0", "spans: 1"]


def test_requests_are_counted_by_route_and_not_by_url(app, client):
    for path in ["/orders/1/", "/orders/2/", "/nowhere/1", "/nowhere/2"]:
        client.get(path)
    for method in ["SCAN", "PROBE"]:
        client.request(method, "/nowhere/1")
    text = client.get("/metrics").text
    route = ORDER[app.framework]
    assert f'http_request_seconds_count{{method="GET",route="{route}",status="200"}}' in text
    assert 'http_request_seconds_count{method="GET",route="none",status="404"}' in text
    assert 'http_request_seconds_count{method="other",route="none",status="404"} 2.0' in text
    assert not any(word in text for word in ("/orders/1/", "nowhere", "SCAN", "PROBE"))


def test_each_process_counts_for_itself_unless_they_share_a_folder(app, client, tmp_path):
    module = {"flask": "flask_app", "django": "config.wsgi"}[app.framework]
    program = f"""
from werkzeug.test import Client
from {module} import app
Client(app).get("/orders/1/").close()
print(Client(app).get("/metrics").text)
"""
    labels = f'{{method="GET",route="{ORDER[app.framework]}",status="200"}}'
    client.get("/orders/1/")  # counted by the server's process, which the next does not see
    assert f"http_request_seconds_count{labels} 1.0" in python(app, program)
    shared = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    python(app, program, **shared)
    assert f"http_request_seconds_count{labels} 2.0" in python(app, program, **shared)
