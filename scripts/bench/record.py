"""The files of results: what was measured, when, with what, and what a second run may differ by."""

import datetime as dt
import importlib.metadata
import json
import os
import platform
import sqlite3
from pathlib import Path

from bench.places import RESULTS

COUNTS_REPEAT = 0.01  # instruction counts repeat within this share
PACKAGES: tuple[str, ...] = (
    *("flask", "werkzeug", "jinja2", "sqlalchemy", "flask-sqlalchemy", "flask-session"),
    *("flask-wtf", "wtforms", "flask-login", "django", "psycopg", "gunicorn", "uvicorn", "asgiref"),
    *("apig-wsgi", "pytest", "pytest-django"),
)


def processor():
    """The name of the processor."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def about(quick, **settings):
    """Date, versions, machine and settings of a measurement."""
    return {
        "date": dt.date.today().isoformat(),
        "command": "make bench-quick" if quick else "make bench",
        "quick": quick,
        "python": platform.python_version(),
        "versions": {name: importlib.metadata.version(name) for name in PACKAGES},
        "sqlite": sqlite3.sqlite_version,
        "processor": processor(),
        "processors": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
        "kernel": platform.release(),
        "settings": settings,
    }


def intervals(data, path=""):
    """Every ratio of a result with its path: dictionaries with `value`, `low` and `high`."""
    if isinstance(data, dict):
        if data.keys() >= {"value", "low", "high"}:
            yield path, data
        else:
            for key, value in data.items():
                yield from intervals(value, f"{path}/{key}")


def counts(data, path=""):
    """Every instruction count of a result with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("median", "instructions") and isinstance(value, int):
                yield f"{path}/{key}", value
            else:
                yield from counts(value, f"{path}/{key}")


def outside(old, new):
    """What a second run gives that the first run's file does not allow, as lines."""
    before = dict(intervals(old))
    for path, now in intervals(new):
        then = before.get(path, now)
        if not then["low"] <= now["value"] <= then["high"]:
            yield f"{path}: {now['value']} is not in {then['low']} to {then['high']}"
    before = dict(counts(old))
    for path, now in counts(new):
        if path in before and abs(now / before[path] - 1) > COUNTS_REPEAT:
            yield f"{path}: {now} instructions, {before[path]} before"


def keep(name, data):
    """Write a result and say how it compares; a quick one never replaces a long one."""
    path = RESULTS / f"{name}.json"
    old = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for line in outside(old, data):
        print(f"  {name}: {line}")
    if data["about"]["quick"] and old and not old["about"]["quick"]:
        print(f"  {name}: not written, {path.name} holds a long run")
        return
    RESULTS.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
