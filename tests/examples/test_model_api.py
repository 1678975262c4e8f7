"""What both services of docs/examples/model-api promise, and where they differ."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager

import httpx
import pytest

from harness import ROOT
from services import free_port

RIGHT = {"days": 365, "litres": 40150.0, "usual": 110.0}
TYPO = {**RIGHT, "litres": 401500.0}
MODULE = {"flask": "flask_app", "django": "config.wsgi"}
MODEL = json.loads((ROOT / "docs/examples/model-api/model.json").read_text())
# Who reads the model: Gunicorn runs this before it loads the app, and the workers inherit it.
WATCH = """
import os, sys
def watch(event, args):
    if event == "open" and str(args[0]).endswith("model.json"):
        print("model read by", os.getpid(), file=sys.stderr, flush=True)
sys.addaudithook(watch)
def post_worker_init(worker):
    print("ready", file=sys.stderr, flush=True)
"""


@contextmanager
def gunicorn(app, folder, *options):
    """Serve with two workers of Gunicorn; yield the address and the log."""
    folder.mkdir()
    (folder / "watch.py").write_text(WATCH)
    bind, log = f"127.0.0.1:{free_port()}", folder / "log"
    words = ["-m", "gunicorn", "-c", folder / "watch.py", "-w", "2", "-b", bind]
    command = [sys.executable, *map(str, words), *options, f"{MODULE[app.framework]}:app"]
    with open(log, "w") as output:
        server = subprocess.Popen(command, cwd=app.shown.folder, env=app.env, stderr=output)
    try:
        yield bind, log
    finally:
        server.terminate()
        server.wait(20)


def readers(bind, log):
    """How many processes have read the model when both workers are ready and one has answered."""
    deadline = time.monotonic() + 30
    while log.read_text().count("ready") < 2:
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.02)
    assert httpx.get(f"http://{bind}/health").is_success
    return len({line for line in log.read_text().splitlines() if "model read" in line})


def test_each_reading_gets_its_score_and_the_answer_names_the_model(client):
    answer = client.post("/scores", json=[RIGHT, TYPO, RIGHT])
    assert answer.json() == {"model": "2026-q3", "scores": [0.0257, 0.9766, 0.0257]}


@pytest.mark.parametrize(
    ("reading", "where"),
    [
        ({"days": 365, "usual": 110.0}, "litres"),
        ({**RIGHT, "gallons": 3}, "gallons"),
        ({**RIGHT, "days": 0}, "days"),
        ({**RIGHT, "litres": "40150"}, "litres"),
        ({**RIGHT, "litres": float("nan")}, "litres"),
    ],
)
def test_a_wrong_reading_is_422_and_the_answer_says_where(client, reading, where):
    answer = client.post("/scores", content=json.dumps([RIGHT, reading]))
    assert answer.status_code == 422
    assert [error["where"] for error in answer.json()["errors"]] == [[1, where]]


@pytest.mark.parametrize("body", ["", "no JSON", "[]", "{}", json.dumps([RIGHT] * 501)])
def test_what_is_no_batch_is_422(client, body):
    answer = client.post("/scores", content=body)
    assert answer.status_code == 422 and answer.json()["errors"]


def test_a_very_long_body_is_refused(client):
    assert client.post("/scores", content=" " * 200_000).status_code in (400, 413)


def test_the_health_check_names_the_model(client):
    assert client.get("/health").json() == {"model": "2026-q3"}


def test_a_model_that_scores_otherwise_than_it_should_stops_the_start(app, tmp_path):
    file = tmp_path / "model.json"
    file.write_text(json.dumps({**MODEL, "intercept": -4.1}))
    server = ["python", "-c", f"import {MODULE[app.framework]}"]
    assert "does not score" in app.run(server, check=False, MODEL_FILE=str(file)).stderr


def test_each_worker_reads_the_model_unless_it_is_preloaded(app, tmp_path):
    alone = gunicorn(app, tmp_path / "alone")
    with alone as each, gunicorn(app, tmp_path / "shared", "--preload") as shared:
        assert readers(*each) == 2
        assert readers(*shared) == 1


def test_django_imports_the_views_after_the_start(served):
    code = "import sys, config.wsgi; print(*sys.modules)"
    imported = served("django").run(["python", "-c", code]).stdout.split()
    assert "scores.apps" in imported and "scores.views" not in imported


def test_without_the_model_no_command_runs(app):
    command = {"flask": "flask routes", "django": "python manage.py check"}[app.framework]
    assert "FileNotFoundError" in app.run(command, check=False, MODEL_FILE="missing").stderr
